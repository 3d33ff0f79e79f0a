package de.stadtchronik.documentation;

import static org.eclipse.microprofile.openapi.OASFactory.createAPIResponse;
import static org.eclipse.microprofile.openapi.OASFactory.createParameter;
import static org.eclipse.microprofile.openapi.OASFactory.createRequestBody;
import static org.eclipse.microprofile.openapi.OASFactory.createSchema;

import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.parameters.Parameter.In;
import org.eclipse.microprofile.openapi.models.parameters.Parameter.Style;
import org.eclipse.microprofile.openapi.models.parameters.RequestBody;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** What many operations have stands in the document once; at an operation there is a reference to it. */
final class Components {

    private final org.eclipse.microprofile.openapi.models.Components document;
    private final Set<de.stadtchronik.query.Parameter> shared;

    /** @param everywhere the parameters of what all types have: those of one meaning go by their names alone */
    Components(
            org.eclipse.microprofile.openapi.models.Components document,
            Stream<List<de.stadtchronik.query.Parameter>> everywhere) {
        this.document = document;
        shared = everywhere
                .flatMap(List::stream)
                .collect(Collectors.groupingBy(de.stadtchronik.query.Parameter::name, Collectors.toSet()))
                .values()
                .stream()
                .filter(meanings -> meanings.size() == 1)
                .flatMap(Set::stream)
                .collect(Collectors.toSet());
    }

    /** The parameters of an operation, some of which mean something else with other owners. */
    List<Parameter> of(String owner, List<de.stadtchronik.query.Parameter> parameters) {
        return parameters.stream()
                .map(parameter -> parameter(
                        shared.contains(parameter) ? parameter.name() : owner + "." + parameter.name(),
                        definition(parameter)))
                .toList();
    }

    Parameter parameter(String name, Parameter definition) {
        document.addParameter(name, definition);
        return parameter(name);
    }

    static Parameter parameter(String name) {
        return createParameter().ref("#/components/parameters/" + name);
    }

    APIResponse response(String name, APIResponse definition) {
        document.addResponse(name, definition);
        return response(name);
    }

    static APIResponse response(String name) {
        return createAPIResponse().ref("#/components/responses/" + name);
    }

    RequestBody body(String name, RequestBody definition) {
        document.addRequestBody(name, definition);
        return body(name);
    }

    static RequestBody body(String name) {
        return createRequestBody().ref("#/components/requestBodies/" + name);
    }

    /** The document does not depend on the order in which the build finds classes. */
    void sort() {
        document.setSchemas(new TreeMap<>(document.getSchemas()));
        document.setParameters(new TreeMap<>(document.getParameters()));
        document.setResponses(new TreeMap<>(document.getResponses()));
        document.setRequestBodies(new TreeMap<>(document.getRequestBodies()));
    }

    private static Parameter definition(de.stadtchronik.query.Parameter parameter) {
        var schema = createSchema();
        parameter.schema().forEach(schema::set);
        var definition = createParameter().name(parameter.name()).in(In.QUERY).description(parameter.description());
        // At the schema: those at the parameter would be filled in by Swagger UI, and hide most items.
        parameter
                .example()
                .<Object>map(example ->
                        "boolean".equals(parameter.schema().get("type")) ? Boolean.valueOf(example) : example)
                .ifPresent(schema::addExample);
        if (!parameter.list()) {
            return definition.schema(schema);
        }
        return definition
                .style(Style.FORM)
                .explode(false)
                .schema(createSchema()
                        .addType(SchemaType.ARRAY)
                        .maxItems(de.stadtchronik.query.Parameter.MOST_VALUES)
                        .items(schema));
    }
}
