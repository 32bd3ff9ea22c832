// SPDX-License-Identifier: Apache-2.0
package rapporto.json;

/**
 * A field is not what its reader wanted. Thrown while a document is read and caught where reading began; it never
 * leaves a normaliser. Its message shows shapes, never content.
 */
public final class MalformedField extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String field;
    private final String found;
    private final String wanted;

    /**
     * @param field path of the field: {@code event.ts}
     * @param found the shape that was found: {@code missing}, {@code array}
     * @param wanted what the reader needs
     */
    public MalformedField(String field, String found, String wanted) {
        super("%s is %s, wanted %s".formatted(field, found, wanted));
        this.field = field;
        this.found = found;
        this.wanted = wanted;
    }

    /** Path of the field. */
    public String field() {
        return field;
    }

    /** The shape that was found. */
    public String found() {
        return found;
    }

    /** What the reader needs. */
    public String wanted() {
        return wanted;
    }
}
