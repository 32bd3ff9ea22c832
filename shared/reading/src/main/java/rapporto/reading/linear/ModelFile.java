// SPDX-License-Identifier: Apache-2.0
package rapporto.reading.linear;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import rapporto.reading.features.Lexicon;

/** A model as bytes: lexicon, heads, ledger and weights in an {@link Envelope}. */
public final class ModelFile {
    private ModelFile() {}

    /**
     * Reads a model.
     *
     * @throws ModelRefused for what is damaged, or of another format
     */
    public static Model read(String name, byte[] file) {
        return Envelope.open(name, file, ModelFile::body);
    }

    private static Model body(int version, DataInputStream in) throws IOException {
        var lexicon = new Lexicon(ints(in), bytes(in));
        var heads = new ArrayList<Head>();
        for (int i = in.readInt(); i > 0; i--) {
            heads.add(head(in));
        }
        var ledger = ledger(in);
        var table = table(in);
        return new Model(version, heads, lexicon, table, ledger);
    }

    private static Head head(DataInputStream in) throws IOException {
        var name = in.readUTF();
        var form = Head.Form.valueOf(in.readUTF());
        var languages = List.of(in.readUTF().split(",", -1));
        int first = in.readInt();
        var outputs = new ArrayList<Head.Output>();
        for (int i = in.readInt(); i > 0; i--) {
            outputs.add(new Head.Output(
                    in.readUTF(), in.readDouble(), in.readDouble(), in.readDouble(), in.readDouble(), in.readDouble()));
        }
        return new Head(name, form, languages, outputs, first);
    }

    private static Ledger ledger(DataInputStream in) throws IOException {
        var sources = new ArrayList<Ledger.Source>();
        for (int i = in.readInt(); i > 0; i--) {
            sources.add(new Ledger.Source(
                    in.readUTF(), Ledger.Terms.valueOf(in.readUTF()), in.readUTF(), in.readInt(), in.readUTF()));
        }
        return new Ledger(sources);
    }

    static WeightTable table(DataInputStream in) throws IOException {
        var keys = ints(in);
        var lengths = bytes(in);
        var rows = new int[lengths.length + 1];
        for (int i = 0; i < lengths.length; i++) {
            rows[i + 1] = rows[i] + (lengths[i] & 0xff);
        }
        return new WeightTable(keys, rows, bytes(in), bytes(in));
    }

    private static byte[] bytes(DataInputStream in) throws IOException {
        var bytes = new byte[in.readInt()];
        in.readFully(bytes);
        return bytes;
    }

    private static int[] ints(DataInputStream in) throws IOException {
        var ints = new int[in.readInt()];
        var bytes = new byte[ints.length * Integer.BYTES];
        in.readFully(bytes);
        ByteBuffer.wrap(bytes).asIntBuffer().get(ints);
        return ints;
    }

    /** {@code model} as a file; the same model gives the same bytes. */
    public static byte[] write(Model model) {
        return Envelope.seal(model.version(), out -> body(model, out));
    }

    private static void body(Model model, DataOutputStream out) throws IOException {
        ints(out, model.lexicon().keys());
        bytes(out, model.lexicon().senses());
        out.writeInt(model.heads().size());
        for (var head : model.heads()) {
            head(out, head);
        }
        out.writeInt(model.ledger().sources().size());
        for (var source : model.ledger().sources()) {
            out.writeUTF(source.name());
            out.writeUTF(source.terms().name());
            out.writeUTF(source.licence());
            out.writeInt(source.items());
            out.writeUTF(source.digest());
        }
        model.table().write(out);
    }

    private static void head(DataOutputStream out, Head head) throws IOException {
        out.writeUTF(head.name());
        out.writeUTF(head.form().name());
        out.writeUTF(String.join(",", head.languages()));
        out.writeInt(head.first());
        out.writeInt(head.outputs().size());
        for (var output : head.outputs()) {
            out.writeUTF(output.name());
            out.writeDouble(output.bias());
            out.writeDouble(output.scale());
            out.writeDouble(output.slope());
            out.writeDouble(output.offset());
            out.writeDouble(output.threshold());
        }
    }

    static void bytes(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    static void ints(DataOutputStream out, int[] ints) throws IOException {
        out.writeInt(ints.length);
        for (int value : ints) {
            out.writeInt(value);
        }
    }
}
