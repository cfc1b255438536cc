package org.deviceoffboarding.audit.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The tree is that of RFC 6962, by its known roots and by a tree that is hashed anew each time. */
class MerkleTreeTest {

    private static final HexFormat HEX = HexFormat.of();

    /** The inputs with which implementations of RFC 6962 are tested. */
    private static final List<String> KNOWN_LEAVES =
            List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");

    private static final List<String> KNOWN_ROOTS = List.of(
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    private static final int LARGE = 300;

    private final TreeHash hash = new TreeHash();

    @Test
    void rootsAreTheKnownOnes() {
        List<byte[]> leaves =
                KNOWN_LEAVES.stream().map(HEX::parseHex).map(hash::leaf).toList();
        Frontier frontier = new Frontier();

        for (int size = 0; size <= leaves.size(); size++) {
            if (size > 0) {
                frontier.append(leaves.get(size - 1));
            }
            assertThat(HEX.formatHex(frontier.root())).isEqualTo(KNOWN_ROOTS.get(size));
            assertThat(HEX.formatHex(tree(leaves, size).root())).isEqualTo(KNOWN_ROOTS.get(size));
        }
    }

    @Test
    void aKnownProofIsTheOneThatIsMade() {
        List<byte[]> leaves =
                KNOWN_LEAVES.stream().map(HEX::parseHex).map(hash::leaf).toList();

        assertThat(tree(leaves, 8).inclusion(0).hashes())
                .extracting(HEX::formatHex)
                .containsExactly(
                        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4");
    }

    @Test
    void everyTreeHasTheRootOfTheNaiveOneAndGrowsFromAnySize() {
        List<byte[]> leaves = leaves(LARGE);
        Frontier frontier = new Frontier();
        for (int size = 0; size <= LARGE; size++) {
            byte[] root = NaiveTree.root(leaves.subList(0, size));
            assertThat(frontier.root()).isEqualTo(root);
            assertThat(frontier.copy().root()).isEqualTo(root);
            assertThat(frontier.size()).isEqualTo(size);

            Frontier later = tree(leaves, size).frontier();
            leaves.subList(size, LARGE).forEach(later::append);
            assertThat(later.root()).isEqualTo(NaiveTree.root(leaves));
            if (size < LARGE) {
                frontier.append(leaves.get(size));
            }
        }
    }

    @Test
    void eachSubtreeIsToldOfOnceWhenItIsComplete() {
        List<byte[]> leaves = leaves(LARGE);
        List<String> told = new ArrayList<>();
        List<String> expected = new ArrayList<>();
        Frontier frontier = new Frontier();
        for (int i = 0; i < LARGE; i++) {
            int size = i + 1;
            frontier.append(
                    leaves.get(i),
                    (height, position, root) -> told.add(height + " " + position + " " + HEX.formatHex(root)));
            for (int height = 0; size % (1 << height) == 0; height++) {
                List<byte[]> under = leaves.subList(size - (1 << height), size);
                expected.add(height + " " + ((size >> height) - 1) + " " + HEX.formatHex(NaiveTree.root(under)));
            }
        }

        assertThat(told).isEqualTo(expected);
    }

    @Test
    void eachLeafIsProvedInEachTreeAndNoOtherIs() {
        List<byte[]> leaves = leaves(130);
        for (int size = 1; size <= leaves.size(); size++) {
            byte[] root = NaiveTree.root(leaves.subList(0, size));
            MerkleTree tree = tree(leaves, size);
            for (int index = 0; index < size; index++) {
                InclusionProof proof = tree.inclusion(index);
                assertThat(proof.proves(leaves.get(index), root)).isTrue();
                assertThat(proof.proves(leaves.get((index + 1) % leaves.size()), root))
                        .isFalse();
                assertThat(new InclusionProof((index + 1) % size, size, proof.hashes()).proves(leaves.get(index), root))
                        .isEqualTo(size == 1);
            }
        }
    }

    @Test
    void eachTreeIsProvedToGoOnFromEachBeforeAndFromNoOther() {
        List<byte[]> leaves = leaves(130);
        List<byte[]> roots = new ArrayList<>();
        for (int size = 0; size <= leaves.size(); size++) {
            roots.add(NaiveTree.root(leaves.subList(0, size)));
        }
        for (int size = 1; size <= leaves.size(); size++) {
            MerkleTree tree = tree(leaves, size);
            for (int before = 1; before <= size; before++) {
                ConsistencyProof proof = tree.consistency(before);
                assertThat(proof.proves(roots.get(before), roots.get(size))).isTrue();
                assertThat(proof.proves(roots.get(before - 1), roots.get(size))).isFalse();
                assertThat(proof.proves(roots.get(before), roots.get(size - 1))).isFalse();
            }
        }
    }

    @Test
    void whatIsChangedInAProofIsFound() {
        Random random = new Random(6962);
        for (int round = 0; round < 200; round++) {
            int size = 2 + random.nextInt(3_000);
            List<byte[]> leaves = leaves(size);
            byte[] root = NaiveTree.root(leaves);
            int index = random.nextInt(size);
            int before = 1 + random.nextInt(size - 1);
            MerkleTree tree = tree(leaves, size);
            InclusionProof inclusion = tree.inclusion(index);
            ConsistencyProof consistency = tree.consistency(before);
            byte[] rootBefore = NaiveTree.root(leaves.subList(0, before));

            assertThat(inclusion.proves(leaves.get(index), root)).isTrue();
            assertThat(consistency.proves(rootBefore, root)).isTrue();
            for (List<byte[]> changed : changed(inclusion.hashes(), random)) {
                assertThat(new InclusionProof(index, size, changed).proves(leaves.get(index), root))
                        .isFalse();
            }
            for (List<byte[]> changed : changed(consistency.hashes(), random)) {
                assertThat(new ConsistencyProof(before, size, changed).proves(rootBefore, root))
                        .isFalse();
            }
        }
    }

    /** Proofs with one bit turned, one hash too many, one too few, one too long, and two changed for one another. */
    private static List<List<byte[]>> changed(List<byte[]> hashes, Random random) {
        List<List<byte[]>> changed = new ArrayList<>();
        int at = random.nextInt(hashes.size());
        byte[] turned = hashes.get(at).clone();
        turned[random.nextInt(turned.length)] ^= (byte) (1 << random.nextInt(8));
        changed.add(with(hashes, at, turned));
        changed.add(with(hashes, at, new byte[TreeHash.LENGTH + 1]));
        changed.add(hashes.subList(0, hashes.size() - 1));
        List<byte[]> more = new ArrayList<>(hashes);
        more.add(hashes.get(at));
        changed.add(more);
        if (hashes.size() > 1) {
            List<byte[]> swapped = new ArrayList<>(hashes);
            Collections.swap(swapped, 0, hashes.size() - 1);
            changed.add(swapped);
        }
        return changed;
    }

    private static List<byte[]> with(List<byte[]> hashes, int at, byte[] other) {
        List<byte[]> changed = new ArrayList<>(hashes);
        changed.set(at, other);
        return changed;
    }

    @Test
    void whatIsNotInTheTreeIsNotProved() {
        MerkleTree tree = tree(leaves(5), 5);

        for (long index : new long[] {-1, 5, Long.MAX_VALUE}) {
            assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> tree.inclusion(index));
        }
        for (long before : new long[] {-1, 0, 6}) {
            assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> tree.consistency(before));
        }
    }

    @Test
    void aProofOfATreeThatCanNotBeProvesNothing() {
        byte[] leaf = hash.leaf(new byte[0]);

        assertThat(new InclusionProof(0, 0, List.of()).proves(leaf, leaf)).isFalse();
        assertThat(new InclusionProof(-1, 1, List.of()).proves(leaf, leaf)).isFalse();
        assertThat(new InclusionProof(1, 1, List.of()).proves(leaf, leaf)).isFalse();
        assertThat(new ConsistencyProof(0, 1, List.of()).proves(leaf, leaf)).isFalse();
        assertThat(new ConsistencyProof(2, 1, List.of()).proves(leaf, leaf)).isFalse();
        assertThat(new ConsistencyProof(1, 1, List.of(leaf)).proves(leaf, leaf)).isFalse();
    }

    private List<byte[]> leaves(int count) {
        List<byte[]> leaves = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            leaves.add(hash.leaf(ByteBuffer.allocate(Integer.BYTES).putInt(i).array()));
        }
        return leaves;
    }

    /** A tree that asks for nothing beyond its size. */
    private static MerkleTree tree(List<byte[]> leaves, int size) {
        return new MerkleTree(size, (height, position) -> {
            int from = (int) (position << height);
            assertThat(from + (1 << height)).isLessThanOrEqualTo(size);
            return NaiveTree.root(leaves.subList(from, from + (1 << height)));
        });
    }
}
