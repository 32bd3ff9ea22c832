// SPDX-License-Identifier: Apache-2.0
package rapporto.local;

import java.io.IOException;
import java.nio.file.Path;
import rapporto.aws.ssm.DoorDocument;
import rapporto.interaction.SourceId;
import rapporto.json.MalformedField;
import rapporto.local.emulator.Keeper;

/**
 * Writes the secrets of a door's parameter into the secrets file, so that they hold after a restart too. A parameter
 * that is no door lives as long as the process.
 *
 * @param path of the sources' parameters
 */
record KeptSecrets(String path, Path file) implements Keeper {
    @Override
    public void keep(String name, String value) throws IOException {
        var parts =
                name.startsWith(path + "/") ? name.substring(path.length() + 1).split("/", -1) : new String[0];
        if (parts.length == 2 && SourceId.isValid(parts[0], parts[1])) {
            keep(new SourceId(parts[0], parts[1]), value);
        }
    }

    private void keep(SourceId source, String document) throws IOException {
        try {
            SecretsFile.put(file, source, DoorDocument.read(source, document).secrets());
        } catch (MalformedField e) {
            throw new IOException("%s is %s, wanted %s".formatted(e.field(), e.found(), e.wanted()), e);
        }
    }
}
