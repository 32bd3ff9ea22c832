// SPDX-License-Identifier: Apache-2.0
package rapporto.reading.linear;

/** A model file that is damaged or of another format. Its message names the file, its version and its checksum. */
public final class ModelRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    ModelRefused(String message) {
        super(message);
    }
}
