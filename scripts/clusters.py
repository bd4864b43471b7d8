#!/usr/bin/env python3
"""Word vectors and nested clusters of them, for scripts/train.

    clusters.py WORDS TABLE --window N --negative N --epochs N --seed N --centres SEED

WORDS holds a line of words for each line of text. TABLE gets, for every word seen often enough, the word and its cluster at
each level from the finest to the coarsest, with tabs between. One worker and fixed seeds, so that the same words give the
same table on the same kind of machine.
"""
import argparse
from collections import Counter

import numpy as np
from gensim.models import Word2Vec
from gensim.models.word2vec import LineSentence

DIMENSIONS = 100
LEAST_FOR_A_VECTOR = 8
LEAST_FOR_A_CLUSTER = 15
LEVELS = (3000, 1024, 256, 64)


def kmeans(points, weights, count, rounds, random):
    """Spherical k-means: the centre of each point, and the centres."""
    centres = points[random.choice(len(points), count, replace=False, p=weights / weights.sum())].copy()

    def nearest():
        return np.concatenate([np.argmax(points[i : i + 8192] @ centres.T, axis=1) for i in range(0, len(points), 8192)])

    for _ in range(rounds):
        of_points = nearest()
        sums = np.zeros((count, points.shape[1]))
        np.add.at(sums, of_points, points * weights[:, None])
        for empty in np.where(np.bincount(of_points, minlength=count) == 0)[0]:
            sums[empty] = points[random.integers(len(points))]
        centres = (sums / np.maximum(np.linalg.norm(sums, axis=1, keepdims=True), 1e-9)).astype(np.float32)
    return nearest(), centres


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("words")
    parser.add_argument("table")
    for name in ("window", "negative", "epochs", "seed", "centres"):
        parser.add_argument(f"--{name}", type=int, required=True)
    options = parser.parse_args()
    model = Word2Vec(
        LineSentence(options.words), vector_size=DIMENSIONS, window=options.window, min_count=LEAST_FOR_A_VECTOR, sg=1,
        negative=options.negative, epochs=options.epochs, seed=options.seed, workers=1,
    )
    vectors = model.wv.vectors - model.wv.vectors.mean(0)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    counts = Counter()
    with open(options.words, encoding="utf-8") as lines:
        for line in lines:
            counts.update(line.split())
    words = [word for word in model.wv.index_to_key if counts[word] >= LEAST_FOR_A_CLUSTER]
    points = np.stack([vectors[model.wv.key_to_index[word]] for word in words])
    weights = np.array([np.log1p(counts[word]) for word in words])
    random = np.random.default_rng(options.centres)
    # Each coarser level clusters the centres of the finer one, so that the levels nest.
    levels = []
    for count in LEVELS:
        of_points, points = kmeans(points, np.maximum(weights, 1e-6), count, 25 if not levels else 40, random)
        weights = np.bincount(of_points, weights=weights, minlength=count)
        levels.append(of_points)
    with open(options.table, "w", encoding="utf-8") as table:
        for word, cluster in zip(words, levels[0]):
            row = [cluster]
            for level in levels[1:]:
                row.append(level[row[-1]])
            table.write("\t".join([word, *map(str, row)]) + "\n")
    print(f"{len(words)} words")


if __name__ == "__main__":
    main()
