package de.stadtchronik.query;

import de.stadtchronik.problem.Problem;
import de.stadtchronik.problem.ProblemType;
import de.stadtchronik.text.BilingualText;
import de.stadtchronik.text.Sha256;
import jakarta.ws.rs.core.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jspecify.annotations.Nullable;

/** Entity tags (RFC 9110, section 8.8.3) of what has no revision, and what clients make depend on them. */
public final class EntityTag {

    private static final int LENGTH = 22;

    private EntityTag() {}

    public static String of(byte[] bytes) {
        var hash = Base64.getUrlEncoder().withoutPadding().encodeToString(Sha256.of(bytes));
        return "\"" + hash.substring(0, LENGTH) + "\"";
    }

    /** Of what is shown to administrators, by all its properties. */
    public static String of(Record shown) {
        return of(shown.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Whether a header names it, by weak comparison, because proxies that compress make strong tags weak. */
    public static boolean isIn(@Nullable String header, String tag) {
        return header != null
                && Arrays.stream(header.split(",", -1))
                        .map(String::strip)
                        .anyMatch(known -> known.equals("*") || known.equals(tag) || known.equals("W/" + tag));
    }

    /**
     * Refuses the request at hand, if there is one, when it is not to change something as it is now.
     *
     * @throws Problem STALE_REVISION by {@code If-Match}, UNFIT_PRECONDITION by {@code If-None-Match}
     */
    public static void require(Supplier<Record> current) {
        var request = CurrentRequestManager.get();
        if (request == null) {
            return;
        }
        var ifMatch = request.getHttpHeaders().getHeaderString(HttpHeaders.IF_MATCH);
        var ifNoneMatch = request.getHttpHeaders().getHeaderString(HttpHeaders.IF_NONE_MATCH);
        if (ifMatch == null && ifNoneMatch == null) {
            return;
        }
        var tag = of(current.get());
        if (ifMatch != null && !isIn(ifMatch, tag)) {
            throw new Problem(
                    ProblemType.STALE_REVISION,
                    new BilingualText(
                                    "If-Match nennt nicht den heutigen Stand; sein ETag ist %s.",
                                    "If-Match does not name the current state; its ETag is %s.")
                            .with(tag));
        }
        if (isIn(ifNoneMatch, tag)) {
            throw new Problem(
                    ProblemType.UNFIT_PRECONDITION,
                    new BilingualText(
                                    "If-None-Match schließt aus, was es hier gibt; sein ETag ist %s.",
                                    "If-None-Match excludes what there is here; its ETag is %s.")
                            .with(tag));
        }
    }
}
