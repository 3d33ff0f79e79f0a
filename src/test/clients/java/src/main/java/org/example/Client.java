package org.example;

import java.util.List;
import org.example.stadtchronik.ApiClient;
import org.example.stadtchronik.ApiException;
import org.example.stadtchronik.api.EventsApi;
import org.example.stadtchronik.api.EventsApi.APIGetEventRequest;
import org.example.stadtchronik.api.ReleasesApi;
import org.example.stadtchronik.api.ReleasesApi.APIListReleasesRequest;
import org.example.stadtchronik.api.SearchApi;
import org.example.stadtchronik.api.SearchApi.APISearchRequest;
import org.example.stadtchronik.model.Event;
import org.example.stadtchronik.model.Organisation;
import org.example.stadtchronik.model.Person;
import org.example.stadtchronik.model.Project;
import org.example.stadtchronik.model.Release;

/** What somebody writes with the classes that openapi-generator made of the API document: no cast anywhere. */
public final class Client {

    private Client() {}

    public static void main(String[] args) throws ApiException {
        var service = new ApiClient();
        service.updateBaseUri(args[0]);

        var event = new EventsApi(service)
                .getEvent(APIGetEventRequest.newBuilder()
                        .idOrSlug("kooperation-mit-dem-dfki")
                        .lang("en")
                        .build());
        String title = event.getTitle();
        System.out.println("getEvent: " + title + ", " + event.getTemporal().getDisplay());

        var releases = new ReleasesApi(service)
                .listReleases(APIListReleasesRequest.newBuilder()
                        .limit(1)
                        .count("exact")
                        .lang("en")
                        .build());
        for (var release : releases.getData()) {
            System.out.println("listReleases: " + release.getTitle() + ", " + release.getKind() + ", 1 of "
                    + releases.getPage().getTotal());
        }

        var found = new SearchApi(service)
                .search(APISearchRequest.newBuilder()
                        .mentions(List.of("dfki"))
                        .lang("en")
                        .build());
        for (var item : found.getData()) {
            System.out.println("search: " + about(item.getActualInstance()));
        }
    }

    /** Each of these properties belongs to one class: {@code type} said of which an item is. */
    private static String about(Object item) {
        if (item instanceof Event event) {
            return event.getType() + " " + event.getTitle() + ", "
                    + event.getTemporal().getDisplay();
        }
        if (item instanceof Organisation organisation) {
            var name = organisation.getShortName();
            return organisation.getType() + " " + organisation.getTitle() + (name == null ? "" : ", " + name);
        }
        if (item instanceof Person person) {
            return person.getType() + " " + person.getTitle() + ", " + person.getFamilyName();
        }
        if (item instanceof Project project) {
            return project.getType() + " " + project.getTitle() + ", " + project.getProjectStatus();
        }
        if (item instanceof Release release) {
            return release.getType() + " " + release.getTitle() + ", " + release.getDateline();
        }
        return item.getClass().getSimpleName();
    }
}
