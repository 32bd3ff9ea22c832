// SPDX-License-Identifier: Apache-2.0
package rapporto.channel.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import rapporto.channel.Secret;
import rapporto.json.Field;
import rapporto.json.Json;
import rapporto.testkit.Sample;

/** Our verifiers on published vectors: one of each RFC, and Wycheproof's where they lie beside the project. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SignatureVectorsTest {
    private static final HexFormat HEX = HexFormat.of();
    private static final byte[] RFC_8032_KEY =
            HEX.parseHex("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c");
    private static final byte[] RFC_8032_SIGNATURE =
            HEX.parseHex("92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                    + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00");

    @Test
    void given_the_vectors_of_the_rfcs_when_verified_then_the_genuine_pass_and_every_altered_bit_fails() {
        var hmac = HEX.parseHex("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
        var key = "Jefe".getBytes(StandardCharsets.UTF_8);
        var message = "what do ya want for nothing?".getBytes(StandardCharsets.UTF_8);
        assertThat(isMac(key, hmac, message)).isTrue();
        assertThat(Ed25519.verifies(RFC_8032_KEY, RFC_8032_SIGNATURE, new byte[] {0x72}))
                .isTrue();

        for (int bit = 0; bit < RFC_8032_SIGNATURE.length * 8; bit++) {
            assertThat(Ed25519.verifies(RFC_8032_KEY, flipped(RFC_8032_SIGNATURE, bit), new byte[] {0x72}))
                    .isFalse();
        }
        for (int bit = 0; bit < hmac.length * 8; bit++) {
            assertThat(isMac(key, flipped(hmac, bit), message)).isFalse();
        }
        for (int length = 0; length < hmac.length; length++) {
            assertThat(isMac(key, Arrays.copyOf(hmac, length), message)).isFalse();
        }
    }

    @Test
    void given_a_key_of_another_length_or_off_the_curve_when_verified_then_nothing_is_genuine() {
        for (var key : List.of(new byte[0], new byte[31], new byte[33], HEX.parseHex("ff".repeat(32)))) {
            assertThat(Ed25519.verifies(key, RFC_8032_SIGNATURE, new byte[] {0x72}))
                    .isFalse();
        }
    }

    @Test
    void given_wycheproofs_macs_when_verified_then_only_the_valid_whole_ones_pass() throws IOException {
        for (var group : groups("hmac_sha256_test.json")) {
            boolean whole = group.at("tagSize").number() == 256;
            for (var vector : group.at("tests").array()) {
                assertThat(isMac(bytes(vector, "key"), bytes(vector, "tag"), bytes(vector, "msg")))
                        .as("%s", vector.at("tcId").number())
                        .isEqualTo(whole && vector.at("result").text().equals("valid"));
            }
        }
    }

    @Test
    void given_wycheproofs_ed25519_signatures_when_verified_then_only_the_valid_pass() throws IOException {
        for (var group : groups("ed25519_test.json")) {
            var key = bytes(group.at("publicKey"), "pk");
            for (var vector : group.at("tests").array()) {
                assertThat(Ed25519.verifies(key, bytes(vector, "sig"), bytes(vector, "msg")))
                        .as("%s", vector.at("tcId").number())
                        .isEqualTo(vector.at("result").text().equals("valid"));
            }
        }
    }

    private static boolean isMac(byte[] key, byte[] tag, byte[] message) {
        return Hmac.any(List.of(new Secret("any")), tag, _ -> Hmac.sha256(key, message));
    }

    private static byte[] flipped(byte[] bytes, int bit) {
        var flipped = bytes.clone();
        flipped[bit / 8] ^= (byte) (1 << bit % 8);
        return flipped;
    }

    private static byte[] bytes(Field vector, String name) {
        return HEX.parseHex(vector.at(name).textOrEmpty());
    }

    private static List<Field> groups(String file) throws IOException {
        Optional<Path> vectors = Sample.reference("badinput/wycheproof/testvectors_v1/" + file);
        return vectors.isEmpty()
                ? List.of()
                : Json.read(Files.readAllBytes(vectors.get())).at("testGroups").array();
    }
}
