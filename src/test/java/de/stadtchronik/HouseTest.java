package de.stadtchronik;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * How large the rooms are, and that no room grows until it is hard to find one's way in it. With {@code -Dhouse.print} it
 * prints all packages, the largest files and the circles.
 */
class HouseTest {

    private static final Path SOURCES = Path.of("src/main/java/de/stadtchronik");
    private static final Pattern IMPORT =
            Pattern.compile("^import (?:static )?de\\.stadtchronik\\.([a-z.]+)\\.[A-Z]", Pattern.MULTILINE);

    private static final int MOST_LINES = 2_500;
    private static final int MOST_FILES = 25;
    private static final int LONGEST_FILE = 300;

    /** Many small value types are easier to find in one place than in several. */
    private static final Set<String> MANY_FILES = Set.of("vocabulary");

    /** What the whole heart goes through has to be read in one go. */
    private static final Map<String, Integer> SHORTER =
            Map.of("ContentStore.java", 250, "ContentRepository.java", 250, "Writing.java", 250);

    /** Longer files, each with its reason. */
    private static final Map<String, String> LONG = Map.of(
            "Content.java",
            "each column of the table, with why it is there",
            "ProblemType.java",
            "each kind of problem, with its explanation in two languages");

    private static final Map<String, Room> ROOMS = new TreeMap<>();

    /** A package. */
    private record Room(Map<String, Integer> files, Set<String> imports) {

        int lines() {
            return files.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    @BeforeAll
    static void measure() throws IOException {
        try (var paths = Files.walk(SOURCES)) {
            for (var path : paths.filter(HouseTest::isClass).toList()) {
                var name = SOURCES.relativize(path.getParent())
                        .toString()
                        .replace('/', '.')
                        .replace('\\', '.');
                var room = ROOMS.computeIfAbsent(name, any -> new Room(new TreeMap<>(), new TreeSet<>()));
                var text = Files.readString(path);
                room.files()
                        .put(path.getFileName().toString(), (int) text.lines().count());
                IMPORT.matcher(text)
                        .results()
                        .map(found -> found.group(1))
                        .filter(other -> !other.equals(name))
                        .forEach(room.imports()::add);
            }
        }
        if (System.getProperty("house.print") != null) {
            print();
        }
    }

    /** The doors do not count. */
    private static boolean isClass(Path path) {
        var name = path.getFileName().toString();
        return name.endsWith(".java") && !name.equals("package-info.java");
    }

    @Test
    void noRoomIsTooLarge() {
        var tooLarge = ROOMS.entrySet().stream()
                .filter(room -> room.getValue().lines() > MOST_LINES
                        || (room.getValue().files().size() > MOST_FILES && !MANY_FILES.contains(room.getKey())))
                .map(Map.Entry::getKey)
                .toList();

        assertEquals(List.of(), tooLarge);
    }

    @Test
    void aLongFileHasAReason() {
        var tooLong = ROOMS.values().stream()
                .flatMap(room -> room.files().entrySet().stream())
                .filter(file -> file.getValue() > SHORTER.getOrDefault(file.getKey(), LONGEST_FILE))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(new TreeSet<>(LONG.keySet()), tooLong);
    }

    @Test
    void noPackagesSeeEachOther() {
        assertEquals(Set.of(), circles());
    }

    /** The packages that can be reached from themselves. */
    private static Set<String> circles() {
        return ROOMS.keySet().stream()
                .filter(room -> reachable(room).contains(room))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> reachable(String from) {
        var reached = new HashSet<String>();
        var open = new TreeSet<>(ROOMS.get(from).imports());
        while (!open.isEmpty()) {
            var next = open.pollFirst();
            if (reached.add(next) && ROOMS.containsKey(next)) {
                open.addAll(ROOMS.get(next).imports());
            }
        }
        return reached;
    }

    private static void print() {
        System.out.println("package                  lines  files");
        ROOMS.entrySet().stream()
                .sorted(Comparator.comparing(room -> -room.getValue().lines()))
                .forEach(room -> System.out.printf(
                        "%-24s %5d  %5d%n",
                        room.getKey(),
                        room.getValue().lines(),
                        room.getValue().files().size()));
        System.out.printf(
                "%-24s %5d%n%n",
                "all", ROOMS.values().stream().mapToInt(Room::lines).sum());
        ROOMS.values().stream()
                .flatMap(room -> room.files().entrySet().stream())
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(10)
                .forEach(file -> System.out.printf("%-36s %5d%n", file.getKey(), file.getValue()));
        System.out.println("circles: " + circles());
    }
}
