// SPDX-License-Identifier: Apache-2.0
package rapporto.reading.linear;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import rapporto.reading.features.Features;

/** Small weights and biases that are added to those of a model, output by output. Immutable. */
public final class Layer {
    private final List<String> outputs;
    private final double[] biases;
    private final double[] scales;
    private final WeightTable table;

    /**
     * Takes over the arrays.
     *
     * @param outputs what {@link Model#outputs} says of the model that it adds to
     * @param scales as those of {@link Head.Output#scale}
     */
    public Layer(List<String> outputs, double[] biases, double[] scales, WeightTable table) {
        if (biases.length != outputs.size() || scales.length != outputs.size()) {
            throw new IllegalArgumentException(
                    "%d biases and %d scales, wanted %d".formatted(biases.length, scales.length, outputs.size()));
        }
        this.outputs = List.copyOf(outputs);
        this.biases = biases;
        this.scales = scales;
        this.table = table;
    }

    /** The layer that adds nothing. */
    public static Layer none(List<String> outputs) {
        var table = new WeightTable(new int[0], new int[1], new byte[0], new byte[0]);
        return new Layer(outputs, new double[outputs.size()], new double[outputs.size()], table);
    }

    /** Whether it was made for the outputs of {@code model}, whatever its version. */
    public boolean fits(Model model) {
        return outputs.equals(model.outputs());
    }

    /** How many weights it holds. */
    public int size() {
        return table.entries();
    }

    Hits hits(Features features) {
        return Hits.of(table, outputs.size(), features);
    }

    double bias(int output) {
        return biases[output];
    }

    double scale(int output) {
        return scales[output];
    }

    /** Writes what {@link #read} reads. */
    public void write(DataOutputStream out) throws IOException {
        out.writeInt(outputs.size());
        for (int i = 0; i < outputs.size(); i++) {
            out.writeUTF(outputs.get(i));
            out.writeDouble(biases[i]);
            out.writeDouble(scales[i]);
        }
        table.write(out);
    }

    /** Reads what {@link #write} wrote. */
    public static Layer read(DataInputStream in) throws IOException {
        int size = in.readInt();
        var outputs = new ArrayList<String>();
        var biases = new double[size];
        var scales = new double[size];
        for (int i = 0; i < size; i++) {
            outputs.add(in.readUTF());
            biases[i] = in.readDouble();
            scales[i] = in.readDouble();
        }
        return new Layer(outputs, biases, scales, ModelFile.table(in));
    }
}
