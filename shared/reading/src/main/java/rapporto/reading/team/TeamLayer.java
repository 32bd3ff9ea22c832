// SPDX-License-Identifier: Apache-2.0
package rapporto.reading.team;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import rapporto.correction.Judgement;
import rapporto.correction.LayerBytes;
import rapporto.reading.features.Simhash;
import rapporto.reading.linear.Envelope;
import rapporto.reading.linear.Layer;

/** What one team's corrections add to a model: weights, and labels for duplicates. Immutable. */
public final class TeamLayer {
    /** More marks would not fit beside the weights into an item of the table; the weightiest are kept. */
    static final int MAX_MARKS = 5_000;

    private final int modelVersion;
    private final Layer weights;
    private final List<Mark> marks;
    private final long[] hashes;

    /**
     * Puts a layer together.
     *
     * @param modelVersion of the model that it was learnt on
     * @param marks the weightiest first; of equal hash and head the first counts
     */
    public TeamLayer(int modelVersion, Layer weights, List<Mark> marks) {
        this.modelVersion = modelVersion;
        this.weights = weights;
        this.marks = first(marks);
        this.hashes = this.marks.stream().mapToLong(Mark::hash).toArray();
    }

    private static List<Mark> first(List<Mark> marks) {
        record Place(long hash, String head) {}
        var seen = new HashSet<Place>();
        return marks.stream()
                .filter(mark -> seen.add(new Place(mark.hash(), mark.judgement().head())))
                .limit(MAX_MARKS)
                .toList();
    }

    /** What it adds to the model. */
    public Layer weights() {
        return weights;
    }

    /** How many texts and heads it has labels for. */
    public int size() {
        return marks.size();
    }

    /** The same weights with other labels. */
    public TeamLayer marked(List<Mark> others) {
        return new TeamLayer(modelVersion, weights, others);
    }

    /**
     * What was said of a text.
     *
     * @param hash {@link Simhash} of the text; the nearest text that was corrected decides, under each head
     */
    public Told told(long hash) {
        var told = new ArrayList<Judgement>();
        for (int distance = 0; distance <= Simhash.NEAR && hash != 0; distance++) {
            for (int i = 0; i < hashes.length; i++) {
                if (Simhash.distance(hashes[i], hash) == distance) {
                    add(told, marks.get(i).judgement());
                }
            }
        }
        return told.isEmpty() ? Told.NOTHING : new Told(told);
    }

    private static void add(List<Judgement> told, Judgement judgement) {
        if (told.stream().noneMatch(one -> one.head().equals(judgement.head()))) {
            told.add(judgement);
        }
    }

    /** The layer as it is kept; the same layer gives the same bytes. */
    public LayerBytes bytes() {
        return LayerBytes.of(Envelope.seal(modelVersion, this::write));
    }

    private void write(DataOutputStream out) throws IOException {
        weights.write(out);
        out.writeInt(marks.size());
        for (var mark : marks) {
            out.writeLong(mark.hash());
            out.writeByte(Judgement.HEADS.indexOf(mark.judgement().head()));
            out.writeUTF(mark.judgement().value());
        }
    }

    /**
     * Reads what {@link #bytes} wrote.
     *
     * @throws rapporto.reading.linear.ModelRefused for what is damaged, or of another format
     */
    public static TeamLayer read(LayerBytes layer) {
        return Envelope.open("layer " + layer.digest(), layer.toArray(), TeamLayer::read);
    }

    private static TeamLayer read(int modelVersion, DataInputStream in) throws IOException {
        var weights = Layer.read(in);
        var marks = new ArrayList<Mark>();
        for (int i = in.readInt(); i > 0; i--) {
            long hash = in.readLong();
            var head = Judgement.HEADS.get(in.readUnsignedByte());
            marks.add(new Mark(hash, Judgement.of(head, in.readUTF())));
        }
        return new TeamLayer(modelVersion, weights, marks);
    }
}
