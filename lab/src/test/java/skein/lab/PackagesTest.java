package skein.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The packages of lab import each other in the order in which the package comment lists them. */
class PackagesTest {
    private static final Path SOURCES = Path.of("src/main/java/skein/lab");
    private static final Pattern LISTED = Pattern.compile("<li>\\{@\\w+ skein\\.lab\\.(\\w+)}");
    private static final Pattern USED = Pattern.compile("skein\\.lab\\.(\\w+\\.)?\\w+");

    private final List<String> order = new ArrayList<>();

    PackagesTest() throws IOException {
        String comment = Files.readString(SOURCES.resolve("package-info.java"));
        LISTED.matcher(comment).results().forEach(found -> order.add(found.group(1) + "."));
    }

    @Test void the_comment_lists_every_folder() throws IOException {
        Set<String> folders = new HashSet<>();
        try (Stream<Path> paths = Files.list(SOURCES)) {
            paths.filter(Files::isDirectory).forEach(path -> folders.add(path.getFileName() + "."));
        }
        assertEquals(folders, new HashSet<>(order));
    }

    @Test void no_package_imports_a_later_one() throws IOException {
        List<String> wrong = new ArrayList<>();
        int files = 0;
        for (String name : order) {
            try (Stream<Path> paths = Files.list(SOURCES.resolve(name.replace(".", "")))) {
                for (Path file : paths.toList()) {
                    files++;
                    for (MatchResult found : used(file)) {
                        int used = order.indexOf(found.group(1));
                        if (used > order.indexOf(name) || used < 0) {
                            wrong.add(file + " uses " + found.group());
                        }
                    }
                }
            }
        }
        assertTrue(files > order.size());
        assertEquals(List.of(), wrong);
    }

    private static List<MatchResult> used(Path file) throws IOException {
        String imports = Files.readString(file).replaceAll("(?m)^package .*", "");
        return USED.matcher(imports).results().toList();
    }
}
