package de.stadtchronik.content;

import de.stadtchronik.text.Languages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The filters of a type's lists: those that all types have, and those that follow from its record. */
final class Filters {

    private static final String REFERENCES = "^[A-Za-z0-9/-]+$";

    private Filters() {}

    static List<Filter> of(ResourceType type) {
        var filters = new ArrayList<Filter>();
        filters.add(new KindFilter(type.kinds()));
        filters.add(reference("topic", "Only what is about one of these topics: ids or slugs.", "TOPIC", false));
        filters.add(reference("topic.all", "Only what is about all of these topics.", "TOPIC", true));
        filters.add(reference(
                "organisation", "Only what names one of these organisations in any role.", "ORGANISATION", false));
        filters.add(reference("project", "Only what names one of these projects in any role.", "PROJECT", false));
        filters.add(new ReferenceFilter(
                references(
                        "mentions",
                        "Only what refers to one of these items in any role, and the items themselves: an id, a path "
                                + "such as `organisations/dfki`, or a slug for all types."),
                Optional.empty(),
                false));
        if (type.timed()) {
            filters.add(new TimeFilter());
        }
        Shape.of(type.document()).properties().stream()
                .filter(Shape.Property::filterable)
                .map(WordFilter::of)
                .forEach(filters::add);
        filters.add(new LanguageFilter());
        filters.add(new FlagFilter(
                Parameter.oneOf("highlight", "Only highlights, or only what is none.", List.of("true", "false")),
                "c.highlight = ?"));
        filters.add(new StatusFilter());
        filters.add(new SourceFilter());
        filters.add(published("gt", "after", "c.publishedDescending > ?"));
        filters.add(published("gte", "at or after", "c.publishedDescending >= ?"));
        filters.add(published("lt", "before", "c.publishedAscending < ?"));
        filters.add(published("lte", "at or before", "c.publishedAscending <= ?"));
        filters.add(InstantFilter.of(
                "modifiedSince",
                "Only what has changed at or after this moment. Withdrawn items do not show up here.",
                "c.modifiedAt >= ?"));
        return filters;
    }

    private static Filter reference(String name, String description, String type, boolean all) {
        return new ReferenceFilter(references(name, description), Optional.of(type), all);
    }

    private static Parameter references(String name, String description) {
        return Parameter.matching(name, description, REFERENCES, 140).many();
    }

    private static Filter published(String operator, String words, String condition) {
        return InstantFilter.of(
                "publishedAt." + operator, "Only what was published " + words + " this moment.", condition);
    }

    /** {@code language=en}: what is there in that language. */
    private record LanguageFilter() implements Filter {

        private static final Parameter LANGUAGE = Parameter.matching(
                        "language",
                        "Only what is there in one of these languages: BCP 47 tags such as `en` or `de-simple`.",
                        "^[A-Za-z0-9-]{2,35}$",
                        35)
                .many()
                .like("de");

        @Override
        public List<Parameter> parameters() {
            return List.of(LANGUAGE);
        }

        @Override
        public void apply(Query query, Criteria criteria, Lookup lookup) {
            var tags = query.takeMany(LANGUAGE);
            tags.stream()
                    .filter(tag -> !Languages.isWellFormed(tag))
                    .forEach(tag -> query.unknownValue(LANGUAGE, tag, Rendering.USUAL_LANGUAGES));
            if (!tags.isEmpty()) {
                criteria.require(
                        "exists (select 1 from c.terms t where t.name = 'language' and t.word in ?)",
                        tags.stream().map(Languages::canonical).toList());
            }
        }
    }

    /** A yes or no. */
    private record FlagFilter(Parameter parameter, String condition) implements Filter {

        @Override
        public List<Parameter> parameters() {
            return List.of(parameter);
        }

        @Override
        public void apply(Query query, Criteria criteria, Lookup lookup) {
            query.takeWord(parameter, List.of("true", "false"))
                    .ifPresent(flag -> criteria.require(condition, Boolean.valueOf(flag)));
        }
    }

    /** {@code status=ARCHIVED}: of the states that the public sees. */
    private record StatusFilter() implements Filter {

        private static final List<String> VISIBLE = List.of(Status.PUBLISHED.name(), Status.ARCHIVED.name());
        private static final Parameter STATUS = Parameter.oneOf("status", "Only what is in this state.", VISIBLE)
                .many()
                .like(Status.PUBLISHED.name());

        @Override
        public List<Parameter> parameters() {
            return List.of(STATUS);
        }

        @Override
        public void apply(Query query, Criteria criteria, Lookup lookup) {
            var asked = query.takeWords(STATUS, VISIBLE).stream()
                    .map(Status::valueOf)
                    .toList();
            if (!asked.isEmpty()) {
                criteria.require("c.status in ?", asked);
            }
        }
    }

    /** {@code source=system} or {@code source=system:externalId}: where it came from. */
    private record SourceFilter() implements Filter {

        private static final Parameter SOURCE = Parameter.text(
                "source", "Only what came from this system, or from one entry of it as `system:externalId`.", 301);

        @Override
        public List<Parameter> parameters() {
            return List.of(SOURCE);
        }

        @Override
        public void apply(Query query, Criteria criteria, Lookup lookup) {
            query.take(SOURCE).ifPresent(source -> {
                var colon = source.indexOf(':');
                if (colon < 0) {
                    criteria.require("c.sourceSystem = ?", source);
                } else {
                    criteria.require(
                            "c.sourceSystem = ? and c.sourceExternalId = ?",
                            source.substring(0, colon),
                            source.substring(colon + 1));
                }
            });
        }
    }
}
