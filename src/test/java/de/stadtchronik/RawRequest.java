package de.stadtchronik;

import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A request that no decent client would send, byte by byte, and what came back. */
record RawRequest(int status, String headers, String body) {

    /** Sends a request line, with whatever stands in it. */
    static RawRequest line(String line) {
        return lines(line, "Host: localhost", "Connection: close");
    }

    /** Sends a request line and headers, and reads until the server closes. */
    static RawRequest lines(String... lines) {
        var request = String.join("\r\n", lines) + "\r\n\r\n";
        try (var socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            var end = answer.indexOf("\r\n\r\n");
            return new RawRequest(
                    Integer.parseInt(answer.substring(9, 12)), answer.substring(0, end), answer.substring(end + 4));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    JsonPath json() {
        return JsonPath.from(body);
    }

    /** The value of a header; empty if it is not there. */
    String header(String name) {
        return Arrays.stream(headers.split("\r\n"))
                .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst()
                .orElse("");
    }
}
