// SPDX-License-Identifier: Apache-2.0
package rapporto.reading.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import rapporto.reading.trained.PackagedReader;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LanguageIdentifierTest {
    private static final LanguageIdentifier IDENTIFIER = PackagedReader.languages();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | Nobody has answered my ticket since last Tuesday",
                "it | Buongiorno, da ieri non riesco più ad accedere al mio conto",
                "es | Llevo tres días esperando el pedido y nadie me contesta",
                "fr | Bonjour, je n'arrive plus à me connecter depuis hier soir",
                "de | Seit gestern kann ich mich nicht mehr anmelden",
                "pt | Olá, não consigo entrar na minha conta desde ontem",
                "nl | Ik kan sinds gisteren niet meer inloggen op mijn rekening",
                "pl | Od wczoraj nie mogę zalogować się na swoje konto",
                "ro | De ieri nu mai pot intra în contul meu",
                "ca | Des d'ahir no puc entrar al meu compte i ningú no em respon",
                "sv | Jag kan inte logga in på mitt konto sedan igår",
                "da | Jeg kan ikke længere logge ind, og ingen svarer på mine beskeder",
                "nb | Jeg får ikke logget inn lenger, og ingen svarer på meldingene mine",
                "fi | En pääse enää kirjautumaan tililleni eilisestä lähtien",
                "cs | Od včerejška se nemohu přihlásit ke svému účtu",
                "tr | Dünden beri hesabıma giriş yapamıyorum",
                "ru | Со вчерашнего дня не могу войти в свой аккаунт",
                "uk | Від учора не можу увійти до свого облікового запису",
                "ar | لا أستطيع الدخول إلى حسابي منذ أمس",
                "hi | मैं कल से अपने खाते में लॉग इन नहीं कर पा रहा हूँ",
                "el | Δεν μπορώ να συνδεθώ από χθες",
                "zh | 从昨天开始我无法登录我的账户",
                "ja | 昨日から iPhone のアプリにログインできません",
                "ko | 어제부터 로그인이 안 됩니다",
                "he | אני לא מצליח להיכנס לחשבון שלי מאתמול",
                "th | เข้าสู่ระบบไม่ได้ตั้งแต่เมื่อวาน"
            })
    void given_a_sentence_when_identified_then_its_language_is_told_with_certainty(String language, String text) {
        var identified = identify(text);

        assertThat(identified.language()).isEqualTo(language);
        assertThat(identified.probability()).isBetween(0.8, 1.0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   \n",
                "\uD83D\uDE00\uD83D\uDE00 \u2764",
                "https://example.com/come/stai?ciao=mondo www.example.org",
                "12:30, 45 %, 2026-01-05",
                "@mario @anna.rossi",
                "mario.rossi@example.com",
                "`String text = null` ```for (var word : words)```",
                ":tada: &amp; :thumbs_up:",
                "Alice",
                "user_name v2beta 3rd"
            })
    void given_no_natural_language_when_identified_then_it_is_undetermined(String text) {
        assertThat(identify(text).language()).isEqualTo(Identified.UNDETERMINED);
        assertThat(identify(text).words()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "it | Grazie mille! https://example.com/thank-you-very-much-for-everything",
                "it | @the_best_support_in_the_world non funziona niente",
                "it | Perché `return the value of this function` non va?",
                "it | non funziona niente #thebestsupportintheworld",
                "it | #vergognatevi",
                "it | e\u0300 perche\u0301 non lo so",
                "it | grazieeeeeee milleeeeee a tutti",
                "en | THANK YOU SO MUCH!!!"
            })
    void given_things_that_are_no_words_when_identified_then_only_the_words_count(String language, String text) {
        assertThat(identify(text).language()).isEqualTo(language);
    }

    @Test
    void given_a_short_text_when_a_language_is_usual_then_that_decides() {
        assertThat(identify("ok", "it").language()).isEqualTo("it");
        assertThat(identify("ok", "de").language()).isEqualTo("de");
        assertThat(identify("perfecto, no problem", "es").language()).isEqualTo("es");
    }

    @ParameterizedTest
    @ValueSource(strings = {"it", "de", "ru", "ja", "xx", ""})
    void given_a_clear_text_when_another_language_is_usual_then_the_text_decides(String usual) {
        var text = "Nobody has answered my ticket since last Tuesday";

        assertThat(identify(text, usual)).isEqualTo(identify(text));
    }

    @Test
    void given_the_usual_language_when_the_text_agrees_then_it_is_more_certain() {
        assertThat(identify("ciao ciao", "it").probability())
                .isGreaterThan(identify("ciao ciao").probability());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Buongiorno a tutti, da IERI non riesco più ad accedere al mio conto, come posso fare?",
                "Від учора не можу увійти до свого облікового запису",
                "Δεν μπορώ να συνδεθώ από χθες"
            })
    void given_a_text_when_identified_then_at_most_five_of_its_words_are_named(String text) {
        var words = identify(text).words();

        assertThat(words).isNotEmpty().hasSizeLessThanOrEqualTo(5).doesNotHaveDuplicates();
        assertThat(words).allSatisfy(word -> assertThat(text).contains(word));
    }

    @ParameterizedTest
    @MethodSource("oddities")
    void given_an_odd_text_when_identified_then_an_answer_comes_soon(String text) {
        var identified = assertTimeout(Duration.ofSeconds(5), () -> identify(text, "it"));

        assertThat(identified.probability()).isBetween(0.0, 1.0);
    }

    static Stream<String> oddities() {
        return Stream.of(
                "x".repeat(1 << 20),
                "a" + "\u0301".repeat(100_000),
                "\u0301\u0323".repeat(100_000),
                "\uD83D".repeat(100_000),
                "a\uDC00 \uD800",
                "`".repeat(100_001),
                "` ".repeat(100_000),
                "a.".repeat(500_000),
                "a@".repeat(500_000),
                "a.@".repeat(300_000),
                ":a".repeat(500_000),
                "&#".repeat(500_000),
                "#a".repeat(500_000),
                "http://".repeat(100_000),
                "\u0e01".repeat(1 << 20),
                "ab ".repeat(300_000),
                "\u0000\uFFFF\u202E");
    }

    @Test
    void given_many_threads_when_they_identify_then_each_gets_the_same() {
        var texts = List.of("non funziona niente da ieri", "nothing works since yesterday", "seit gestern geht nichts");
        var alone = texts.stream().map(LanguageIdentifierTest::identify).toList();

        var together = Stream.generate(() -> texts).limit(500).parallel().map(all -> all.stream()
                .map(LanguageIdentifierTest::identify)
                .toList());

        assertThat(together).allMatch(alone::equals);
    }

    private static Identified identify(String text) {
        return IDENTIFIER.identify(text, Optional.empty());
    }

    private static Identified identify(String text, String usual) {
        return IDENTIFIER.identify(text, Optional.of(usual));
    }
}
