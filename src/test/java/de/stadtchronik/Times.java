package de.stadtchronik;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Says at the end of the build how long each part of the tests took, and which classes most, from their reports. */
public final class Times {

    private static final Pattern CASE =
            Pattern.compile("<testcase [^>]*classname=\"([^\"]+)\"[^>]* time=\"([0-9.,]+)\"");
    private static final int SLOWEST = 5;

    private Times() {}

    public static void main(String[] arguments) throws IOException {
        say("unit tests and stories on H2", "target/surefire-reports", name -> true);
        say("stories on PostgreSQL", "target/failsafe-reports", name -> !name.contains(".packaged."));
        say("packaged applications, two at a time", "target/failsafe-reports", name -> name.contains(".packaged."));
    }

    private static void say(String part, String reports, Predicate<String> belongs) throws IOException {
        var times = new TreeMap<String, Double>();
        if (Files.isDirectory(Path.of(reports))) {
            try (var files = Files.newDirectoryStream(Path.of(reports), "TEST-*.xml")) {
                for (var file : files) {
                    CASE.matcher(Files.readString(file))
                            .results()
                            .filter(test -> belongs.test(test.group(1)))
                            .forEach(test -> times.merge(
                                    test.group(1), Double.valueOf(test.group(2).replace(",", "")), Double::sum));
                }
            }
        }
        System.out.printf(
                "%5.0f s  %s; slowest: %s%n",
                times.values().stream().mapToDouble(Double::doubleValue).sum(), part, slowest(times));
    }

    private static List<String> slowest(Map<String, Double> times) {
        return times.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder()))
                .limit(SLOWEST)
                .map(one -> "%s %.0f s".formatted(one.getKey().replaceFirst(".*\\.", ""), one.getValue()))
                .collect(Collectors.toList());
    }
}
