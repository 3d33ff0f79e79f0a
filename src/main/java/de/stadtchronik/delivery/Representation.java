package de.stadtchronik.delivery;

import de.stadtchronik.query.EntityTag;
import de.stadtchronik.reading.Answer;
import de.stadtchronik.reading.Basis;
import io.netty.buffer.Unpooled;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.buffer.impl.BufferImpl;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An answer that is the same for everybody, ready to be sent: its headers and, for each coding that was asked for, its
 * bytes.
 *
 * @param template of the path that it answers, by which requests are counted
 * @param headers those that it has in every coding
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Representation(
        byte[] plain,
        String template,
        Optional<Basis> basis,
        Optional<Instant> lastModified,
        List<Header> headers,
        Map<ContentCoding, Variant> variants) {

    /** One line of the head. */
    record Header(CharSequence name, CharSequence value) {

        static Header of(String name, String value) {
            return new Header(
                    io.vertx.core.http.HttpHeaders.createOptimized(name),
                    io.vertx.core.http.HttpHeaders.createOptimized(value));
        }
    }

    /**
     * The bytes in one coding; each has an entity tag of its own (RFC 9110, section 8.8.3.3).
     *
     * @param headers those that only this one has
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Variant(String tag, byte[] bytes, Buffer body, List<Header> headers) {}

    static Representation of(Answer answer, String template) {
        var headers = new ArrayList<Header>();
        headers.add(Header.of(
                HttpHeaders.CONTENT_TYPE, answer.asWritten() ? Answer.AS_WRITTEN : MediaType.APPLICATION_JSON));
        headers.add(Header.of(HttpHeaders.VARY, "Accept, Accept-Encoding, Accept-Language"));
        if (!answer.languages().isEmpty()) {
            headers.add(Header.of(HttpHeaders.CONTENT_LANGUAGE, String.join(", ", answer.languages())));
        }
        answer.lastModified().ifPresent(at -> headers.add(Header.of(HttpHeaders.LAST_MODIFIED, HttpDate.of(at))));
        answer.next().ifPresent(next -> headers.add(Header.of(HttpHeaders.LINK, "<" + next + ">; rel=\"next\"")));
        answer.basis().ifPresent(basis -> headers.add(Header.of("Cache-Tag", tags(basis))));
        return new Representation(
                answer.json(), template, answer.basis(), answer.lastModified(), List.copyOf(headers), Map.of());
    }

    /** What changes it: names of types, and ids of items. */
    private static String tags(Basis basis) {
        return Stream.<Collection<?>>of(
                        basis.dependencies().types(), basis.dependencies().items())
                .flatMap(Collection::stream)
                .map(Object::toString)
                .sorted()
                .collect(Collectors.joining(","));
    }

    /** This representation with its bytes in one coding more. */
    Representation with(ContentCoding asked) {
        var coding = fit(asked);
        if (variants.containsKey(coding)) {
            return this;
        }
        var bytes = coding.encode(plain);
        var tag = EntityTag.of(bytes);
        var own = new ArrayList<Header>();
        own.add(Header.of(HttpHeaders.ETAG, tag));
        if (coding != ContentCoding.IDENTITY) {
            own.add(Header.of(HttpHeaders.CONTENT_ENCODING, coding.token()));
        }
        var all = new EnumMap<ContentCoding, Variant>(ContentCoding.class);
        all.putAll(variants);
        all.put(coding, new Variant(tag, bytes, BufferImpl.buffer(Unpooled.wrappedBuffer(bytes)), List.copyOf(own)));
        return new Representation(plain, template, basis, lastModified, headers, all);
    }

    /** The bytes in the coding that was asked for, if they are there. */
    Optional<Variant> variant(ContentCoding asked) {
        return Optional.ofNullable(variants.get(fit(asked)));
    }

    private ContentCoding fit(ContentCoding asked) {
        return asked.fitFor(plain);
    }

    /** In bytes, about. */
    int size() {
        return plain.length
                + variants.entrySet().stream()
                        .filter(variant -> variant.getKey() != ContentCoding.IDENTITY)
                        .mapToInt(variant -> variant.getValue().body().length())
                        .sum();
    }
}
