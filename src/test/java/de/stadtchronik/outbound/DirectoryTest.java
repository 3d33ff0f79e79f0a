package de.stadtchronik.outbound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import de.stadtchronik.outbound.OutboundFailure.Reason;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where calls may go, whatever a URL looks like. */
class DirectoryTest {

    private static final Map<String, List<String>> WORLD = Map.of(
            "public.example", List.of("1.1.1.1", "2606:4700::1111"),
            "private.example", List.of("10.0.0.1"),
            "mixed.example", List.of("1.1.1.1", "127.0.0.1"),
            "localhost", List.of("127.0.0.1", "::1"));

    @Test
    void allAddressesOfANameAreFoundAndAllHaveToBePublic() {
        assertEquals("[/1.1.1.1, /2606:4700:0:0:0:0:0:1111]", find("https://public.example/x"));
        assertEquals("[/1.1.1.1, /2606:4700:0:0:0:0:0:1111]", find("HTTPS://PUBLIC.example.:8443/x?y"));
        assertEquals("FORBIDDEN_ADDRESS", find("https://private.example/"));
        assertEquals("FORBIDDEN_ADDRESS", find("https://mixed.example/"));
        assertEquals("FORBIDDEN_ADDRESS", find("http://localhost/"));
        assertEquals("FORBIDDEN_ADDRESS", find("http://LOCALHOST.:8080/"));
        assertEquals("UNKNOWN_HOST", find("http://nobody.example/"));
    }

    @Test
    void addressesAreNotLookedUp() {
        assertEquals("[/1.1.1.1]", find("http://1.1.1.1/"));
        assertEquals("[/2606:4700:0:0:0:0:0:1111]", find("http://[2606:4700::1111]:81/"));
        for (var address :
                List.of("127.0.0.1", "169.254.169.254", "[::1]", "[::ffff:127.0.0.1]", "[fe80::1]", "[::]")) {
            assertEquals("FORBIDDEN_ADDRESS", find("http://" + address + "/"), address);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://public.example/",
                "file:///etc/passwd",
                "gopher://public.example/",
                "https:public.example",
                "//public.example/",
                "/x",
                "http:///x",
                "http://user@public.example/",
                "http://user:secret@public.example/",
                "http://@public.example/",
                "http://public.example:0/",
                "http://public.example:65536/",
                "http://2130706433/",
                "http://0177.0.0.1/",
                "http://127.1/",
                "http://127.0.0.01/",
                "http://010.0.0.1/",
                "http://0x7f000001/",
                "http://0x7f.0.0.1/",
                "http://1.2.3.4.5/",
                "http://[fe80::1%25eth0]/",
                "http://public_name.example/",
                "http://öffentlich.example/"
            })
    void whatIsNoUsualUrlIsRefused(String url) {
        assertEquals("MALFORMED_URL", find(url));
    }

    @Test
    void whatTheOperatorAllowsByNameMayBePrivate() {
        assertEquals("[/10.0.0.1]", find("http://private.example:81/", "private.example"));
        assertEquals("[/10.0.0.1]", find("http://Private.Example./", "PRIVATE.example"));
        assertEquals("[/10.0.0.1]", find("http://private.example:81/", "private.example:81"));
        assertEquals("FORBIDDEN_ADDRESS", find("http://private.example:82/", "private.example:81"));
        assertEquals("FORBIDDEN_ADDRESS", find("http://10.0.0.1/", "private.example"));
        assertEquals("FORBIDDEN_ADDRESS", find("http://sub.private.example.localhost/", "private.example", "x"));
        assertEquals("[/0:0:0:0:0:0:0:1]", find("http://[::1]:8080/", "[::1]:8080"));
        assertEquals("[/0:0:0:0:0:0:0:1]", find("http://[::1]:8080/", " ::1 "));
        assertEquals("FORBIDDEN_ADDRESS", find("http://[::1]:8081/", "[::1]:8080"));
        assertEquals("[/127.0.0.1]", find("http://127.0.0.1:8080/", "127.0.0.1:8080"));
    }

    @Test
    void aNameThatChangesItsMindIsCheckedEachTime() {
        var answers = List.of("1.1.1.1", "127.0.0.1").iterator();
        var directory = new Directory(List.of(), host -> new InetAddress[] {InetAddress.getByName(answers.next())});
        var destination = Destination.of(URI.create("http://rebinding.example/"));
        assertEquals("[/1.1.1.1]", directory.find(destination).toString());
        assertEquals(
                Reason.FORBIDDEN_ADDRESS,
                assertThrows(OutboundFailure.class, () -> directory.find(destination))
                        .reason());
    }

    private static String find(String url, String... allowed) {
        try {
            return new Directory(List.of(allowed), DirectoryTest::names)
                    .find(Destination.of(URI.create(url)))
                    .toString();
        } catch (OutboundFailure failure) {
            return failure.reason().name();
        }
    }

    private static InetAddress[] names(String host) throws UnknownHostException {
        var known = host.endsWith(".localhost") ? WORLD.get("localhost") : WORLD.get(host);
        if (known == null) {
            throw new UnknownHostException(host);
        }
        var found = new InetAddress[known.size()];
        Arrays.setAll(found, index -> address(known.get(index)));
        return found;
    }

    private static InetAddress address(String text) {
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
