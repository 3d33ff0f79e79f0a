package de.stadtchronik.packaged;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** "What changed since my last pull?", asked of the year 2020 by a partner who keeps a copy of it. */
class SinceMyLastPullIT {

    private static final String CONGRESS = "/v1/events/kommunalkongress-rheinland-pfalz-2020";
    private static final String SCHOOLS = "/v1/projects/wlan-fuer-schulen";

    @ParameterizedTest
    @EnumSource(Edition.class)
    void whatChangedComesInOrderWithTombstonesAndTheLastPageIsEmpty(Edition edition) {
        try (var app = Installation.fresh(edition, Sample.ENRICHED).start()) {
            var everything = pull(app, "?limit=30");
            assertEquals(Map.of("UPSERT", 80), everything.operations());
            assertEquals(app.api().get("/v1/manifest?data=none").path("position"), everything.next());

            var nothing = pull(app, "?since=" + everything.next());
            assertEquals(new Pulled(List.of(), everything.next()), nothing);

            var operator = new Operator(app);
            var congress = app.api().get(CONGRESS).<String>path("id");
            // What referred to it shows differently from now on.
            var changed = new HashSet<>(
                    app.api().get("/v1/search?limit=100&mentions=" + congress).<List<String>>path("data.id"));
            operator.does(CONGRESS, "withdraw", "{\"reason\": \"WITHDRAWN\"}");
            operator.patches(SCHOOLS, "{\"summary\": {\"de\": \"Mit einem Nachtrag\"}}");
            operator.does(SCHOOLS, "publish", "{}");
            var project = app.api().get(SCHOOLS).<String>path("id");
            changed.add(project);

            var since = pull(app, "?limit=2&since=" + everything.next());
            assertEquals(changed, new HashSet<>(since.ids()));
            assertEquals(changed.size(), since.ids().size());
            assertEquals(congress, since.deleted());
            assertEquals(project, since.ids().get(since.ids().size() - 1));
            assertEquals(new Pulled(List.of(), since.next()), pull(app, "?since=" + since.next()));

            whoFollowsATopicGoesOnWhenItBecomesPartOfAnother(app, operator);
        }
    }

    private static void whoFollowsATopicGoesOnWhenItBecomesPartOfAnother(PackagedApp app, Operator operator) {
        var followed = pull(app, "?topic=corona");

        operator.does("/v1/topics/corona", "merge", "{\"into\": \"topics/livestream\"}");
        operator.patches(SCHOOLS, "{\"topics\": [\"topics/livestream\"]}");
        operator.does(SCHOOLS, "publish", "{}");

        var copies = new HashSet<>(followed.ids());
        var since = pull(app, "?topic=corona&since=" + followed.next());
        assertEquals(Set.of("UPSERT"), since.operations().keySet());
        copies.addAll(since.ids());
        assertEquals(
                new HashSet<>(
                        app.api().get("/v1/search?limit=100&topic=livestream").<List<String>>path("data.id")),
                copies);
    }

    /** Asks until there is no more. */
    private static Pulled pull(PackagedApp app, String query) {
        var changes = new ArrayList<Map<String, Object>>();
        var page = app.api()
                .get("/v1/changes" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        changes.addAll(page.getList("data"));
        while (page.getBoolean("hasMore")) {
            page = app.api()
                    .get("/v1/changes?limit=2&since=" + page.getString("next"))
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            changes.addAll(page.getList("data"));
        }
        var places = changes.stream().map(change -> (Integer) change.get("seq")).toList();
        assertEquals(places.stream().sorted().distinct().toList(), places);
        return new Pulled(changes, page.getString("next"));
    }

    private record Pulled(List<Map<String, Object>> changes, String next) {

        List<Object> ids() {
            return changes.stream().map(change -> change.get("id")).toList();
        }

        Map<Object, Integer> operations() {
            var counts = new HashMap<Object, Integer>();
            changes.forEach(change -> counts.merge(change.get("op"), 1, Integer::sum));
            return counts;
        }

        /** The only one that is gone, because it was withdrawn. */
        Object deleted() {
            var gone = changes.stream()
                    .filter(change -> change.get("op").equals("DELETE"))
                    .toList();
            assertEquals(1, gone.size());
            assertEquals("WITHDRAWN", gone.get(0).get("reason"));
            return gone.get(0).get("id");
        }
    }
}
