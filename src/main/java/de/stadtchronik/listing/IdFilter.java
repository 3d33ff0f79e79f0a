package de.stadtchronik.listing;

import de.stadtchronik.content.Criteria;
import de.stadtchronik.query.Parameter;
import de.stadtchronik.query.Query;
import de.stadtchronik.text.BilingualText;
import de.stadtchronik.text.Slug;
import java.util.List;
import java.util.UUID;

/** {@code id=}: items by their ids; that of what became part of another finds the survivor, and an unknown one nothing. */
record IdFilter() implements Filter {

    private static final Parameter ID = Parameter.matching(
                    "id",
                    "Only these items, by their ids. The id of what became part of another finds the other.",
                    "^[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$",
                    36)
            .many();

    @Override
    public List<Parameter> parameters() {
        return List.of(ID);
    }

    @Override
    public void apply(Query query, Criteria criteria, FilterLookup lookup) {
        var asked = query.takeMany(ID);
        var ids =
                asked.stream().filter(Slug::isUuidShaped).map(UUID::fromString).toList();
        if (ids.size() < asked.size()) {
            query.fault(
                    ID,
                    "not-an-id",
                    new BilingualText("%s nimmt nur Ids (UUIDs).", "%s takes ids (UUIDs) only."),
                    List.of());
        }
        if (!asked.isEmpty()) {
            criteria.name(ids);
            criteria.require("c.id in ?", lookup.survivors(ids));
        }
    }
}
