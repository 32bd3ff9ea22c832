// SPDX-License-Identifier: Apache-2.0
package rapporto.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import rapporto.json.Field;
import rapporto.json.Json;
import rapporto.reading.linear.Ledger;
import rapporto.reading.trained.PackagedReader;

/** What the model card says is what was measured and what is packaged. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ModelCardTest {
    private static final Path ROOT = Path.of("../..");
    private static final Path REPORTS = ROOT.resolve("docs/reports");
    private static final List<String> CARD = Lines.of(ROOT.resolve("docs/model-card.md"));

    /** A row of figures has set, part, build, head, metric and value. */
    private static final int FIGURE_CELLS = 6;

    private static final double ROUNDING = 0.000501;

    @Test
    void given_a_figure_of_the_card_when_looked_up_then_the_committed_report_has_it() {
        var measured = measured();
        var figures = CARD.stream()
                .map(ModelCardTest::cells)
                .filter(cells -> cells.size() == FIGURE_CELLS && cells.getLast().matches("0?\\.\\d+|1\\.0+"))
                .toList();

        assertThat(figures).hasSizeGreaterThan(30);
        for (var figure : figures) {
            var key = String.join(" | ", figure.subList(0, 5));
            assertThat(measured).containsKey(key);
            assertThat(Double.parseDouble(figure.getLast()))
                    .as(key)
                    .isCloseTo(measured.getOrDefault(key, 0.0), within(ROUNDING));
        }
    }

    @Test
    void given_the_packaged_models_when_the_card_is_read_then_it_names_their_version_and_everything_they_learnt_from() {
        var model = PackagedReader.heads();

        assertThat(CARD).anyMatch(line -> line.contains("Version %d".formatted(model.version())));
        for (Ledger.Source source : model.ledger().sources()) {
            assertThat(CARD)
                    .anyMatch(line -> line.contains(
                            "| %s | %,d | %s |".formatted(source.name(), source.items(), source.licence())));
        }
    }

    @Test
    void given_the_packaged_models_when_their_ledger_is_read_then_they_may_be_shipped() {
        var ledger = PackagedReader.heads().ledger();

        assertThat(ledger.sources()).isNotEmpty();
        assertThat(ledger.mayShip()).isTrue();
    }

    private static List<String> cells(String line) {
        return List.of(line.split("\\|", -1)).stream()
                .map(String::strip)
                .filter(cell -> !cell.isEmpty())
                .toList();
    }

    private static Map<String, Double> measured() {
        var figures = new HashMap<String, Double>();
        for (var file : Folder.files(REPORTS, name -> name.endsWith("-reading.json"))) {
            for (Field row : Json.read(Lines.text(file)).at("results").array()) {
                var key = String.join(
                        " | ",
                        row.at("set").text(),
                        row.at("part").text(),
                        row.at("build").text(),
                        row.at("head").text(),
                        row.at("metric").text());
                figures.put(key, row.at("value").node().asDouble());
            }
        }
        return figures;
    }
}
