# SPDX-License-Identifier: Apache-2.0
"""Shows that scripts/sizes counts what it says, and finds what was planted."""

import importlib.machinery
import importlib.util
import unittest
from pathlib import Path

SCRIPT = str(Path(__file__).resolve().parent.parent / "sizes")
LOADER = importlib.machinery.SourceFileLoader("sizes", SCRIPT)
sizes = importlib.util.module_from_spec(importlib.util.spec_from_loader("sizes", LOADER))
LOADER.exec_module(sizes)

SOURCE = '''// a comment
package x;

@Named({"a", "b"})
enum Kind {
    FIRST("{") {
        @Override
        int one() { // brace {
            return 1;
        }
    },
    SECOND("");

    /* not
       code { */
    static final Supplier<Integer> MADE = () -> { return 2; };

    Kind(String text) {
        this.text = text;
    }

    @SuppressWarnings({"a", "b"})
    <T extends Comparable<T>> List<T> several(
            Map<String, T> from, int[] more) throws IOException {
        run(() -> {
            each();
        });

        var text = """
                { not a block }
                """;
        if (more.length > 0) { run(() -> {}); }
        return of(new Object() {
            @Override public String toString() { return "}"; }
        });
    }

    record Pair(int a, int b) {
        Pair { check(a); }
    }
}
'''


class SizesTest(unittest.TestCase):
    def test_methods_are_found_with_their_lines_of_code(self):
        found = {size.where.split()[-1]: size.lines for size in sizes.methods_of("X", sizes.code_only(SOURCE))}

        self.assertEqual({"one": 3, "Kind": 3, "several": 13, "toString": 1, "Pair": 1}, found)

    def test_a_large_method_is_named(self):
        faults = sizes.judge("methods", [sizes.Size(41, "A.java:7 grow")] + [sizes.Size(3, "A.java:1 at")] * 99)

        self.assertEqual(["A.java:7 grow: 41 lines of code, wanted 40 at most"], faults)

    def test_the_share_is_the_nearest_rank(self):
        counted = [sizes.Size(lines, "") for lines in range(1, 101)]

        self.assertEqual((50, 95, 100), (sizes.at(counted, 0.5), sizes.at(counted, 0.95), sizes.at(counted, 1)))

    def test_a_missing_licence_line_is_found(self):
        self.assertIn("no licence line", "".join(sizes.file_faults("A.java", "class A {}")))
        self.assertEqual([], sizes.file_faults("a.json", "{}"))

    def test_planted_words_are_found(self):
        for planted in ("see /" + "root/x", "cd /" + "work/y", "--index" + "-url z", "<reposit" + "ories>"):
            self.assertIn("holds", "".join(sizes.file_faults("a.md", planted)), planted)

    def test_an_open_end_is_found_in_code_alone(self):
        planted = "TO" + "DO"

        self.assertIn("holds an open end", "".join(sizes.file_faults("A.java", planted)))
        self.assertEqual([], sizes.file_faults("a.json", planted))

    def test_ordinary_words_are_not(self):
        for plain in ("https://example.org/work/1", "target/work/", "the root/", "$ROOT/root/"):
            self.assertEqual([], sizes.file_faults("a.md", plain), plain)


if __name__ == "__main__":
    unittest.main()
