package de.stadtchronik.problem;

import de.stadtchronik.text.BilingualText;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Whether a request means one thing: it names one host, its path and query are what they say, and its body ends in one
 * place. The layers below read leniently: bytes that are no UTF-8 all become the same character, and what follows a
 * semicolon is dropped. Two addresses would then mean one item.
 */
final class RequestHead {

    private RequestHead() {}

    /**
     * Why a request cannot be taken, if it cannot (RFC 9112, sections 3.2, 6.1 and 6.3). Where the next one would begin is
     * unknown, its connection ends with the answer.
     */
    static Optional<Problem> refusal(HttpServerRequest request) {
        return fault(request).map(fault -> new Problem(ProblemType.MALFORMED_REQUEST, fault));
    }

    private static Optional<BilingualText> fault(HttpServerRequest request) {
        var hosts = request.headers().getAll(HttpHeaders.HOST).size();
        if (hosts != 1) {
            return Optional.of(new BilingualText(
                    "Die Anfrage braucht genau einen Kopf Host.", "The request needs exactly one Host header."));
        }
        var encodings = request.headers().getAll(HttpHeaders.TRANSFER_ENCODING);
        if (!encodings.isEmpty() && !(encodings.size() == 1 && encodings.get(0).equalsIgnoreCase("chunked"))) {
            // The layer below took no body: what stands there would be the next request.
            request.response()
                    .putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
                    .endHandler(end -> request.connection().close());
            return Optional.of(new BilingualText(
                    "Transfer-Encoding kann nur chunked sein.", "Transfer-Encoding can only be chunked."));
        }
        if (!encodings.isEmpty() && request.headers().contains(HttpHeaders.CONTENT_LENGTH)) {
            return Optional.of(new BilingualText(
                    "Content-Length und Transfer-Encoding schließen einander aus.",
                    "Content-Length and Transfer-Encoding exclude each other."));
        }
        return fault(request.uri());
    }

    /** As sent: path and query. */
    private static Optional<BilingualText> fault(String address) {
        var query = address.indexOf('?');
        var path = query < 0 ? address : address.substring(0, query);
        if (path.indexOf(';') >= 0) {
            return Optional.of(new BilingualText(
                    "Ein Semikolon im Pfad steht hier für sich und wird als %3B geschrieben.",
                    "A semicolon in the path stands for itself here, and is written as %3B."));
        }
        return isUtf8(address)
                ? Optional.empty()
                : Optional.of(
                        new BilingualText(
                                "Die Adresse ist nicht lesbar: Nach % stehen zwei Hexziffern, die Bytes sind UTF-8 (RFC 3986).",
                                "The address cannot be read: after % come two hex digits, and the bytes are UTF-8 (RFC 3986)."));
    }

    /** Whether what is percent-encoded is UTF-8. By now each % begins such a byte: the address was put in order. */
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
