package de.stadtchronik.text;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What is called otherwise elsewhere: words that clients try, and the names that parameters, properties and paths have here. */
final class OtherWords {

    /** Words, and behind the colon the names that may be meant, the likeliest first; a client is told those that exist. */
    private static final String TABLE = """
            month date day year period when : from to temporal coveragePeriod
            since after datefrom : from
            until before dateto : to
            start begin startdate starttime begindate : startAt from temporal
            end enddate endtime : endAt to temporal
            foundingdate established : founded
            dissolutiondate : dissolved
            page offset skip pagenumber : cursor since
            cursor : since
            size pagesize perpage count rows max top first : limit
            order orderby sortby : sort
            tag tags category categories subject keyword keywords : topic topics
            category type : kind
            search query term text : q
            locale language : lang
            expand embed with : include
            select columns attributes : fields
            org organization organizations company institution : organisation publisher
            author owner : publisher
            location venue city : place area address
            speaker participant participants partners organizer organiser performer sponsor host : participations organisation
            updated updatedsince modified modifiedafter changedsince : modifiedSince
            published publishedafter pubdate publicationdate datepublished : publishedAt.gte publishedAt
            featured pinned : highlight
            state : status eventStatus projectStatus
            headline heading name : title name label
            title : name label
            content text article : body description
            body : description
            teaser abstract excerpt intro description : summary caption definition
            image images picture photo : media logo image
            url link homepage : contentUrl website links
            file src uri href : contentUrl url
            sameas : identifiers exactMatch links
            creator credit : creditText
            offers : price
            funder sponsor : funding
            jobtitle worksfor : roles
            parentorganization partof ispartof : parent series
            containedinplace : containedIn
            alt alternative caption : altText
            firstname forename : givenName
            lastname surname : familyName
            lat lon lng latitude longitude coordinates : geo
            phone telephone email contact : contactPoint contactPoints pressContact
            rights : license
            news press article articles posts : releases
            calendar dates : events
            organizations companies : organisations
            person persons staff : people
            venues locations : places
            tags categories : topics
            images pictures photos files : media
            questions : entries faqs
            series eventseries : event-series
            orgs : organisations
            ids : id
            find query : search
            updates feed : changes
            docs documentation apidocs swagger swaggerui swaggeruihtml : /q/swagger-ui/
            openapi openapijson openapiyaml openapiyml swaggerjson : /q/openapi
            """;

    private static final Map<String, Set<String>> NAMES = new TreeMap<>();

    static {
        TABLE.lines().map(line -> line.split(" : ", -1)).forEach(line -> {
            for (var word : line[0].split(" ", -1)) {
                NAMES.computeIfAbsent(word, first -> new LinkedHashSet<>()).addAll(List.of(line[1].split(" ", -1)));
            }
        });
    }

    private OtherWords() {}

    /** Those of the candidates that go by a word elsewhere. */
    static List<String> of(String word, Collection<String> candidates) {
        var plain = word.replaceAll("[^A-Za-z]", "").toLowerCase(Locale.ROOT);
        return NAMES.getOrDefault(plain, Set.of()).stream()
                .filter(candidates::contains)
                .toList();
    }
}
