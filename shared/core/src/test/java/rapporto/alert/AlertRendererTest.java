// SPDX-License-Identifier: Apache-2.0
package rapporto.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static rapporto.Sample.MARIA;
import static rapporto.Sample.MORNING;
import static rapporto.Sample.reading;
import static rapporto.Sample.says;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import rapporto.Sample;
import rapporto.history.Entry;
import rapporto.interaction.Author;
import rapporto.interaction.Interaction;
import rapporto.json.Json;
import rapporto.policy.Evidence;
import rapporto.reading.Intent;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AlertRendererTest {
    private final AlertRenderer renderer = new AlertRenderer("test");

    @Test
    void given_an_alert_when_rendered_then_the_event_explains_itself() {
        var message = renderer.render(alert("Maria R."));
        var event = Json.read(message.body());
        var data = event.at("data");

        assertThat(event.at("specversion").text()).isEqualTo("1.0");
        assertThat(event.at("id").text()).isEqualTo("al_1-raised");
        assertThat(event.at("source").text()).isEqualTo("/rapporto/test/escalation");
        assertThat(event.at("type").text()).isEqualTo("io.rapporto.alert.raised.v1");
        assertThat(event.at("subject").text()).isEqualTo("alert/al_1");
        assertThat(event.at("time").instant()).isEqualTo(MORNING);
        assertThat(data.at("title").text()).isEqualTo("Legal risk from Maria R. on slack");
        assertThat(data.at("severity").text()).isEqualTo("critical");
        assertThat(data.at("priority").text()).isEqualTo("P1");
        assertThat(data.at("reason").at("evidence").array())
                .extracting(word -> word.text())
                .containsExactly("avvocato");
        assertThat(data.at("stakeholder").at("id").text()).isEqualTo("slack:T1:U1");
        assertThat(data.at("stakeholder").at("recent").array()).hasSize(5);
        assertThat(data.at("interaction").at("excerpt").text()).isEqualTo("mi rivolgo a un avvocato");
        assertThat(data.at("interaction").at("permalink").text()).isEqualTo("https://example.org/m1");
        assertThat(data.at("sla").at("dueAt").instant()).isEqualTo(MORNING.plus(Duration.ofHours(1)));
        assertThat(data.at("assignee").at("team").text()).isEqualTo("legal");
    }

    @Test
    void given_an_alert_when_rendered_then_it_carries_the_five_attributes_and_an_ascii_subject() {
        var message = renderer.render(alert("Nicolò D’Amico 👋"));

        assertThat(message.attributes())
                .containsOnlyKeys("severity", "channel", "team", "eventType", "language")
                .containsEntry("severity", "critical")
                .containsEntry("language", "it");
        assertThat(message.subject()).isEqualTo("[P1][OPEN] slack - Legal risk - Nicolo D'Amico ?");
    }

    @Property
    void given_any_name_when_rendered_then_sns_would_take_the_subject(@ForAll String name) {
        var subject = renderer.render(alert(name)).subject();

        assertThat(subject).hasSizeLessThan(100).matches("[\\x20-\\x7E]+").startsWith("[P1][OPEN]");
    }

    @Test
    void given_the_same_alert_when_rendered_again_then_the_message_is_the_same() {
        assertThat(renderer.render(alert("Maria R."))).isEqualTo(renderer.render(alert("Maria R.")));
        assertThat(renderer.render(alert("Maria R.")).toString()).isEqualTo("AlertMessage[al_1]");
    }

    private static Alert alert(String name) {
        var post = says("m1", MARIA, "t1", MORNING, "mi rivolgo a un avvocato");
        var named = new Interaction(
                post.key(),
                post.version(),
                post.change(),
                post.kind(),
                post.origin(),
                Optional.of(new Author(MARIA, Optional.of(name), Optional.of("maria"))),
                post.thread(),
                post.at(),
                false,
                post.words(),
                post.link(),
                post.language());
        var about = Entry.of(named, reading(Intent.RISK, 3, "avvocato"));
        return new Alert(
                "al_1",
                "slack:t1:U1:risk",
                MORNING,
                Sample.RISK,
                new Evidence(0.95, List.of("avvocato"), "because of \"avvocato\""),
                about,
                "it",
                List.of(about, about, about, about, about, about),
                "legal",
                MORNING.plus(Duration.ofHours(1)),
                1);
    }
}
