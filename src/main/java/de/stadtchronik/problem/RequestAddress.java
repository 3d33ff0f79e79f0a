package de.stadtchronik.problem;

import de.stadtchronik.text.BilingualText;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Whether the address of a request means what it says. The layers below read leniently: bytes that are no UTF-8 all
 * become the same character, and what follows a semicolon is dropped. Two addresses would then mean one item.
 */
final class RequestAddress {

    private RequestAddress() {}

    /**
     * Why an address cannot be taken, if it cannot.
     *
     * @param address the request target as sent (RFC 9112, section 3.2): path and query
     */
    static Optional<Problem> refusal(String address) {
        var query = address.indexOf('?');
        var path = query < 0 ? address : address.substring(0, query);
        if (path.indexOf(';') >= 0) {
            return Optional.of(malformed(new BilingualText(
                    "Ein Semikolon im Pfad steht hier für sich und wird als %3B geschrieben.",
                    "A semicolon in the path stands for itself here, and is written as %3B.")));
        }
        return isUtf8(address)
                ? Optional.empty()
                : Optional.of(
                        malformed(
                                new BilingualText(
                                        "Die Adresse ist nicht lesbar: Nach % stehen zwei Hexziffern, die Bytes sind UTF-8 (RFC 3986).",
                                        "The address cannot be read: after % come two hex digits, and the bytes are UTF-8 (RFC 3986).")));
    }

    private static Problem malformed(BilingualText detail) {
        return new Problem(ProblemType.MALFORMED_REQUEST, detail);
    }

    /** Whether what is percent-encoded is UTF-8. What is no percent-encoding was refused by the server below. */
    private static boolean isUtf8(String address) {
        if (address.indexOf('%') < 0) {
            return true;
        }
        var bytes = new ByteArrayOutputStream(address.length());
        for (var i = 0; i < address.length(); i++) {
            if (address.charAt(i) == '%') {
                bytes.write(HexFormat.fromHexDigits(address, i + 1, i + 3));
                i += 2;
            } else {
                bytes.write(address.charAt(i));
            }
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.toByteArray()));
            return true;
        } catch (CharacterCodingException broken) {
            return false;
        }
    }
}
