package de.stadtchronik.documentation;

import static org.eclipse.microprofile.openapi.OASFactory.createParameter;
import static org.eclipse.microprofile.openapi.OASFactory.createSchema;

import de.stadtchronik.content.Listing;
import de.stadtchronik.content.Parameter;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter.In;
import org.eclipse.microprofile.openapi.models.parameters.Parameter.Style;

/** The query parameters of all types. Those that mean the same everywhere stand in the document once. */
final class SharedParameters {

    private final Set<Parameter> shared;

    SharedParameters(List<Listing> ofTypes, Listing everything) {
        var definitions = Stream.concat(ofTypes.stream(), Stream.of(everything))
                .map(Listing::parameters)
                .flatMap(Collection::stream)
                .collect(Collectors.groupingBy(Parameter::name, Collectors.toSet()));
        shared = definitions.values().stream()
                .filter(sameEverywhere -> sameEverywhere.size() == 1)
                .flatMap(Set::stream)
                .collect(Collectors.toSet());
    }

    /** The definitions of those that are shared, by name. */
    Map<String, org.eclipse.microprofile.openapi.models.parameters.Parameter> components() {
        return new TreeMap<>(shared.stream().collect(Collectors.toMap(Parameter::name, SharedParameters::definition)));
    }

    /** What stands at an operation: the definition, or a reference to it. */
    org.eclipse.microprofile.openapi.models.parameters.Parameter at(Parameter parameter) {
        return shared.contains(parameter)
                ? createParameter().ref("#/components/parameters/" + parameter.name())
                : definition(parameter);
    }

    private static org.eclipse.microprofile.openapi.models.parameters.Parameter definition(Parameter parameter) {
        var schema = createSchema();
        parameter.schema().forEach(schema::set);
        var definition = createParameter().name(parameter.name()).in(In.QUERY).description(parameter.description());
        parameter
                .example()
                .ifPresent(example -> definition.example(parameter.list() ? List.of(example.split(",", -1)) : example));
        if (!parameter.list()) {
            return definition.schema(schema);
        }
        return definition
                .style(Style.FORM)
                .explode(false)
                .schema(createSchema()
                        .addType(SchemaType.ARRAY)
                        .maxItems(Parameter.MOST_VALUES)
                        .items(schema));
    }
}
