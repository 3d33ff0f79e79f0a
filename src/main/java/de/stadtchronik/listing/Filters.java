package de.stadtchronik.listing;

import de.stadtchronik.content.Criteria;
import de.stadtchronik.content.Status;
import de.stadtchronik.document.ResourceType;
import de.stadtchronik.document.Shape;
import de.stadtchronik.query.Parameter;
import de.stadtchronik.query.Query;
import de.stadtchronik.text.Languages;
import de.stadtchronik.vocabulary.ReportedFigure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The filters of a list: those that all lists have, and those that follow from the records of its items. */
public final class Filters {

    public static final String REFERENCES = "^[A-Za-z0-9/-]+$";

    private static final String IN_ROLES = "^([A-Z_]+:)?[A-Za-z0-9/-]+$";

    /** What is there in one of some languages. */
    public static final String SPEAKS = "exists (select 1 from c.terms t where t.name = 'language' and t.word in ?)";

    private static final Parameter STATUS = Parameter.oneOf(
                    "status",
                    "Only what is in this state.",
                    Arrays.stream(Status.values())
                            .filter(Status::visible)
                            .map(Status::name)
                            .toList())
            .many()
            .like(Status.PUBLISHED.name());

    private static final Parameter LANGUAGE = Parameter.matching(
                    "language",
                    "Only what is there in one of these languages: BCP 47 tags such as `en` or `de-simple`.",
                    "^[A-Za-z0-9-]{2,35}$",
                    35)
            .many()
            .like("de");

    private static final Parameter HIGHLIGHT = Parameter.flag("highlight", "Only highlights, or only what is none.");

    private static final Parameter SOURCE = Parameter.text(
            "source", "Only what came from this system, or from one entry of it as `system:externalId`.", 301);

    private Filters() {}

    static List<Filter> of(Listing listing, Collection<ResourceType> all) {
        var filters = new ArrayList<Filter>();
        if (listing.typeNames().size() > 1) {
            var type = Parameter.oneOf("type", "Only items of one of these types.", listing.typeNames());
            filters.add(SimpleFilter.words(type.many(), "c.type in ?", name -> name));
        }
        filters.add(new IdFilter());
        filters.add(new KindFilter(listing.typeNames(), listing.kinds()));
        all.forEach(type -> {
            var roles = ReferenceRoles.of(type, all);
            type.findableBy().forEach(parameter -> filters.add(reference(parameter, type, roles)));
        });
        filters.add(new ReferenceFilter(
                references("publisher", "Only what one of these organisations publishes: ids or slugs."),
                Optional.of("ORGANISATION"),
                ReferenceFilter.Wanted.ANY,
                ReferenceRoles.NONE,
                ReferenceFilter.IS_PUBLISHED_BY));
        filters.add(ReferenceFilter.plain(
                references(
                        "mentions",
                        "Only what refers to one of these items in any role but as its publisher, and the items "
                                + "themselves: an id, a path such as `organisations/dfki`, or a slug for all types."),
                Optional.empty()));
        if (listing.properties().stream().anyMatch(property -> property.name().equals("parent"))) {
            filters.add(new ReferenceFilter(
                    references("parent", "Only what stands directly below one of these: ids, paths or slugs."),
                    listing.type(),
                    ReferenceFilter.Wanted.ANY,
                    ReferenceRoles.NONE,
                    ReferenceFilter.IS_BELOW));
        }
        filters.add(new AreaFilter());
        if (listing.properties().stream().anyMatch(property -> property.type() == ReportedFigure.class)) {
            filters.add(new FigureFilter());
        }
        if (listing.timed()) {
            filters.add(new TimeFilter());
        }
        listing.properties().stream()
                .filter(Shape.Property::filterable)
                .map(Filters::words)
                .forEach(filters::add);
        filters.add(new SimpleFilter(LANGUAGE, Filters::language));
        filters.add(new SimpleFilter(
                HIGHLIGHT,
                (query, criteria) -> query.takeWord(HIGHLIGHT)
                        .ifPresent(flag -> criteria.require("c.highlight = ?", Boolean.valueOf(flag)))));
        filters.add(SimpleFilter.words(STATUS, "c.status in ?", Status::valueOf));
        filters.add(new SimpleFilter(SOURCE, Filters::source));
        filters.add(published("gt", "after", "c.publishedDescending > ?"));
        filters.add(published("gte", "at or after", "c.publishedDescending >= ?"));
        filters.add(published("lt", "before", "c.publishedAscending < ?"));
        filters.add(published("lte", "at or before", "c.publishedAscending <= ?"));
        filters.add(SimpleFilter.moment(
                "modifiedSince",
                "Only what has changed at or after this moment. Withdrawn items do not show up here.",
                "c.modifiedAt >= ?"));
        return filters;
    }

    private static Filter reference(String name, ResourceType type, ReferenceRoles roles) {
        var wanted = ReferenceFilter.Wanted.by(name);
        var number = switch (wanted) {
            case ANY -> "one";
            case ALL -> "all";
            case NONE -> "none";
        };
        var description = "Only what refers to " + number + " of these " + type.path() + ": ids or slugs.";
        var parameter = roles.isEmpty()
                ? references(name, description)
                : Parameter.matching(
                                name,
                                description + " Before each may stand the role it has to have, as in `LEAD:"
                                        + type.exampleSlug()
                                        + "`: the role of a participation, or the property that refers, in capitals.",
                                IN_ROLES,
                                200)
                        .many();
        return new ReferenceFilter(parameter, Optional.of(type.name()), wanted, roles, ReferenceFilter.REFERS);
    }

    private static Parameter references(String name, String description) {
        return Parameter.matching(name, description, REFERENCES, 140).many();
    }

    private static Filter published(String operator, String words, String condition) {
        return SimpleFilter.moment(
                "publishedAt." + operator, "Only what was published " + words + " this moment.", condition);
    }

    /** Narrows by the words of a term, such as {@code eventStatus=CANCELLED,POSTPONED}: any of them. */
    private static Filter words(Shape.Property property) {
        var name = property.name();
        return SimpleFilter.words(
                Parameter.oneOf(name, "Only items with one of these values of `" + name + "`.", property.words())
                        .many(),
                "exists (select 1 from c.terms t where t.name = '" + name + "' and t.word in ?)",
                word -> word);
    }

    private static void language(Query query, Criteria criteria) {
        var tags = query.takeMany(LANGUAGE);
        tags.stream()
                .filter(tag -> !Languages.isWellFormed(tag))
                .forEach(tag -> query.unknownValue(LANGUAGE, tag, ReadParameters.USUAL_LANGUAGES));
        if (!tags.isEmpty()) {
            criteria.require(SPEAKS, tags.stream().map(Languages::canonical).toList());
        }
    }

    private static void source(Query query, Criteria criteria) {
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
