package de.stadtchronik.listing;

import de.stadtchronik.content.Criteria;
import de.stadtchronik.content.Status;
import de.stadtchronik.document.ResourceType;
import de.stadtchronik.document.Shape;
import de.stadtchronik.query.Parameter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A list that can be asked for: whose items it holds, and by what it can be narrowed, sorted and cut. Made once, and the
 * same for the service and the API document.
 */
public final class Listing {

    /** Where the list of all types is found. */
    public static final String EVERYTHING = "search";

    private final String path;
    private final Optional<ResourceType> only;
    private final Collection<ResourceType> types;
    private final List<Filter> filters;
    private final Parameter sort;
    private final Parameter fields;
    private final Parameter include;

    private Listing(
            String path, Optional<ResourceType> only, Collection<ResourceType> types, Collection<ResourceType> all) {
        this.path = path;
        this.only = only;
        this.types = types;
        this.filters = Filters.of(this, all);
        this.sort = Paging.sort(this);
        this.fields = ReadParameters.fields(this);
        this.include = ReadParameters.include(this);
    }

    /** The list of one type, which can be narrowed by references to items of all types. */
    public static Listing of(ResourceType type, Collection<ResourceType> all) {
        return new Listing(type.path(), Optional.of(type), List.of(type), all);
    }

    public static Listing ofAll(Collection<ResourceType> all) {
        return new Listing(EVERYTHING, Optional.empty(), all, all);
    }

    public List<Parameter> parameters() {
        return Stream.of(
                        filters.stream().flatMap(filter -> filter.parameters().stream()),
                        Paging.parameters(this).stream(),
                        ReadParameters.parameters(this).stream(),
                        Stream.of(ReadParameters.VIEW))
                .flatMap(parameters -> parameters)
                .toList();
    }

    public List<Parameter> itemParameters() {
        return Stream.concat(
                        ReadParameters.parameters(this).stream(),
                        Stream.of(ReadParameters.VIEW, ReadParameters.PREVIEW))
                .toList();
    }

    public List<Parameter> versionParameters() {
        return ReadParameters.parameters(this);
    }

    /** The order where none is asked for, in the syntax of {@code sort}. */
    public String defaultSort() {
        return only.map(ResourceType::defaultSort).orElse("title");
    }

    /** Whose items it has; empty if it has those of all types. */
    public Optional<String> type() {
        return only.map(ResourceType::name);
    }

    public String path() {
        return path;
    }

    public List<Filter> filters() {
        return filters;
    }

    Parameter sort() {
        return sort;
    }

    Parameter fields() {
        return fields;
    }

    Parameter include() {
        return include;
    }

    public List<String> typeNames() {
        return types.stream().map(ResourceType::name).toList();
    }

    List<String> kinds() {
        return types.stream().flatMap(type -> type.kinds().stream()).distinct().toList();
    }

    boolean timed() {
        return types.stream().anyMatch(ResourceType::timed);
    }

    /** The properties of its items; one that several types have in common only once. */
    Collection<Shape.Property> properties() {
        var properties = new LinkedHashMap<String, Shape.Property>();
        types.stream()
                .flatMap(type -> Shape.of(type.document()).properties().stream())
                .forEach(property -> properties.putIfAbsent(property.name(), property));
        return properties.values();
    }

    /** The criteria with which every question of the public begins. */
    public Criteria criteria() {
        var criteria = ofType();
        criteria.require("c.visible = true");
        return criteria;
    }

    /** The criteria with which every question of an editor begins: all that is not gone. */
    public Criteria draftCriteria() {
        var criteria = ofType();
        criteria.require("c.status <> ?", Status.DELETED);
        return criteria;
    }

    private Criteria ofType() {
        var criteria = new Criteria();
        only.ifPresent(type -> criteria.require("c.type = ?", type.name()));
        return criteria;
    }

    /**
     * The columns that are the same in all of its rows. Every order begins with them: H2 reads rows from an index in its
     * order only if the order names all of the index's columns from the first.
     */
    public List<String> constantColumns() {
        var columns = new ArrayList<String>();
        only.ifPresent(type -> columns.add("c.type"));
        columns.add("c.visible");
        return columns;
    }
}
