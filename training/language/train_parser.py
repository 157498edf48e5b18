#!/usr/bin/env python3
"""Trains the parser's network: train_parser.py FOLDER OUT.weights [--texts NAME...] [--held-out NAME...]
                                             [--teach NAME...] [--epochs N]

FOLDER holds what `train_language export` and `texts` and vectors.py wrote. It learns from FOLDER/train.ints and from
FOLDER/NAME.ints of --texts; --held-out is measured after each epoch. In the end it reads --teach NAME.ints, texts without
trees, and writes them with its trees to FOLDER/NAME-taught.ints, for a later run to learn from. OUT.weights is read by
`train_language pack`, which makes models/parser.model of it. Same data, same seed, same machine: same bytes. Needs jax
(train.sh installs it in a virtual environment of its own).

The network: a word is the sum of the embeddings of its rows (src/language/word_ids.h); LAYERS bidirectional simple
recurrent units (Lei et al. 2018) read the sentence; a biaffine scorer (Dozat and Manning 2017) weighs every word as
every word's head; a small scorer names the relation to the chosen head; another one names the word's tags again.
"""
import argparse
import functools
import time
from dataclasses import dataclass

import jax
import jax.numpy as jnp
import numpy as np

IDS = 8  # rows of a word
TAGS, HEAD, LABEL, ENTITY = range(IDS, IDS + 4)  # columns behind them; -1 where it is not said
COLUMNS = IDS + 4
ENTITIES = 9  # kinds of mentions, none included: EntityKind
VECTOR = 100  # numbers of a given vector
WORD, LEMMA = 0, 1  # of which these two are the vocabularies', their first row the unknown word's
OTHER_ROWS = 2048 + 1024 + 4096 + 8192 + 48 + 17 * 39  # beginnings, ends, shapes, tags
LENGTHS = (6, 12, 18, 24, 32, 40, 52, 72, 128)  # sentences are padded to one of these; longer ones are left out
FIGURES = ("UAS", "LAS", "tags", "entities F1")  # the last by words
REACH = 16  # distances of more words are one


@dataclass(frozen=True)
class Options:
    dim: int = 128
    layers: int = 3
    arc: int = 64
    label: int = 96
    epochs: int = 27
    batch_words: int = 1200
    rate: float = 3e-3
    dropout: float = 0.25
    unknown: float = 0.2  # share of words that are shown as unknown
    no_vectors: float = 0.1  # share of words whose vector is hidden
    no_tags: float = 0.1  # share of words whose tags are hidden
    tag_weight: float = 0.5
    entity_weight: float = 1.0
    seed: int = 1


# ---- data

def read_sentences(path):
    ints = np.fromfile(path, dtype=np.uint32).astype(np.int32)
    sentences, at = [], 0
    while at < len(ints):
        n = ints[at]
        sentences.append(ints[at + 1:at + 1 + n * COLUMNS].reshape(n, COLUMNS))
        at += 1 + n * COLUMNS
    return sentences


class Names:
    """Numbers as the data have them, and the dense ones the network uses."""

    def __init__(self, values, least):
        found, counts = np.unique(values, return_counts=True)
        self.values = found[counts >= least]
        self.of = {int(v): i for i, v in enumerate(self.values)}

    def dense(self, values):
        return np.array([self.of.get(int(v), -1) for v in values], np.int32)


class Table:
    """The rows that WordRows lays out, and which of them are learnt: those that the training sentences have. A word
    or lemma that they don't have is learnt as the unknown one; whatever else they don't have adds nothing."""

    def __init__(self, folder, train):
        words, lemmas = (len(np.fromfile(f"{folder}/{name}.keys", np.uint32)) + 1 for name in ("words", "lemmas"))
        unknown = (0, words)
        self.seen = np.union1d(np.unique(train[:, :IDS]), unknown)
        self.nothing = len(self.seen)
        self.learnt = np.full(words + lemmas + OTHER_ROWS, self.nothing, np.int32)
        self.learnt[:words], self.learnt[words:words + lemmas] = np.searchsorted(self.seen, unknown)
        self.learnt[self.seen] = np.arange(len(self.seen))
        self.unknown = tuple(int(self.learnt[row]) for row in unknown)
        self.vector_of = np.zeros(len(self.learnt), np.int32)
        self.vector_of[1:words] = np.fromfile(f"{folder}/words.vectors", np.int32)
        vectors = np.fromfile(f"{folder}/vectors.f32", np.float32).reshape(-1, VECTOR)
        self.vectors = np.concatenate([np.zeros((1, VECTOR), np.float32), vectors])  # the first: no vector

    def whole(self, p):
        """All rows as the program has them: a word's vector is part of its row."""
        rows = np.asarray(p["table"]).copy()
        rows[self.nothing] = 0
        return rows[self.learnt] + self.vectors[self.vector_of] @ np.asarray(p["vector.w"])


def batches(sentences, names, options, random=None):
    """Arrays (ids, tags, heads, labels, entities, mask) of sentences of about one length. ids: learnt rows, then the
    vector."""
    order = np.arange(len(sentences)) if random is None else random.permutation(len(sentences))
    by_length = {}
    for i in order:
        length = next((l for l in LENGTHS if len(sentences[i]) <= l), None)
        if length:
            by_length.setdefault(length, []).append(sentences[i])
    out = []
    for length, group in sorted(by_length.items()):
        size = max(1, options.batch_words // length)
        for start in range(0, len(group), size):
            out.append(padded(group[start:start + size], length, size, names))
    if random is not None:
        random.shuffle(out)
    return out


def padded(group, length, size, names):
    table, tags, labels = names
    ids = np.zeros((size, length, IDS + 1), np.int32)
    tag, head, label, entity = (np.full((size, length), -1, np.int32) for _ in range(4))
    mask = np.zeros((size, length), np.float32)
    for i, words in enumerate(group):
        n = len(words)
        ids[i, :n, :IDS] = table.learnt[words[:, :IDS]]
        ids[i, :n, IDS] = table.vector_of[words[:, WORD]]
        tag[i, :n] = tags.dense(words[:, TAGS])
        head[i, :n] = np.where(words[:, HEAD] == n, length, words[:, HEAD])  # the root comes last
        label[i, :n] = labels.dense(words[:, LABEL])
        entity[i, :n] = words[:, ENTITY]
        mask[i, :n] = 1
    return ids, tag, head, label, entity, mask


# ---- the network

def initial(key, rows, tags, labels, o):
    keys = iter(jax.random.split(key, 64))
    normal = lambda shape, scale: jax.random.normal(next(keys), shape) * scale
    dense = lambda a, b: normal((a, b), (1.0 / a) ** 0.5)
    half = o.dim // 2
    p = {"table": normal((rows, o.dim), 0.15), "vector.w": dense(VECTOR, o.dim) * 0.5}
    for i in range(o.layers):
        for way in ("f", "b"):
            p[f"{i}{way}.w"] = dense(o.dim, 3 * half)
            p[f"{i}{way}.v"] = normal((2, half), 0.1)
            p[f"{i}{way}.bias"] = jnp.stack([jnp.full((half,), 1.0), jnp.full((half,), -1.0)])
    p.update({"dep.w": dense(o.dim, o.arc), "dep.b": jnp.zeros(o.arc), "head.w": dense(o.dim, o.arc),
              "head.b": jnp.zeros(o.arc), "arc.w": dense(o.arc, o.arc) * 0.5, "arc.b": jnp.zeros(o.arc),
              "root": normal((o.arc,), 0.5), "distance": jnp.zeros(2 * REACH + 1),
              "child.w": dense(o.dim, o.label), "parent.w": dense(o.dim, o.label), "label.b": jnp.zeros(o.label),
              "root_parent": normal((o.label,), 0.5), "label.w": dense(o.label, labels), "label.c": jnp.zeros(labels),
              "tag.w": dense(o.dim, tags), "tag.b": jnp.zeros(tags),
              "entity.w": dense(o.dim, ENTITIES), "entity.b": jnp.zeros(ENTITIES)})
    return p


def recurrent(p, name, x, mask, reverse):
    """One direction of a layer. x: sentences, words, dim; gives sentences, words, dim / 2."""
    half = x.shape[-1] // 2
    u = x @ p[f"{name}.w"]
    skip = x[..., half:] if reverse else x[..., :half]
    v, bias = p[f"{name}.v"], p[f"{name}.bias"]

    def step(c, inputs):
        u_t, m_t = inputs
        new, forget, reset = jnp.split(u_t, 3, -1)
        f = jax.nn.sigmoid(forget + v[0] * c + bias[0])
        r = reset + v[1] * c + bias[1]
        c = (f * c + (1 - f) * new) * m_t[:, None]
        return c, (c, r)

    start = jnp.zeros((x.shape[0], half))
    _, (c, r) = jax.lax.scan(step, start, (u.swapaxes(0, 1), mask.T), reverse=reverse, unroll=4)
    gate = jax.nn.sigmoid(r.swapaxes(0, 1))
    return gate * c.swapaxes(0, 1) + (1 - gate) * skip


def dropped(key, x, share):
    """Whole features of a sentence at a time."""
    if key is None or share == 0:
        return x
    keep = jax.random.bernoulli(key, 1 - share, (x.shape[0], 1, x.shape[-1]))
    return jnp.where(keep, x / (1 - share), 0)


def embedded(p, ids, fixed, o, key):
    """fixed: the given vectors and the unknown word's and lemma's rows. key: while training, which hides words."""
    given, unknown = fixed
    rows = p["table"].at[-1].set(0)[ids[..., :IDS]]
    vectors = given[ids[..., IDS]]
    if key is not None:
        k1, k2, k3 = jax.random.split(key, 3)
        hide = jax.random.bernoulli(k1, o.unknown, ids.shape[:2])[..., None]
        for kind in (WORD, LEMMA):
            rows = rows.at[..., kind, :].set(jnp.where(hide, p["table"][unknown[kind]], rows[..., kind, :]))
        show = jax.random.bernoulli(k2, 1 - o.no_tags, ids.shape[:2])
        rows = rows.at[..., IDS - 1, :].multiply(show[..., None])
        vectors = vectors * jax.random.bernoulli(k3, 1 - o.no_vectors, ids.shape[:2])[..., None]
    return rows.sum(-2) + vectors @ p["vector.w"]


def scores(p, ids, mask, fixed, o, key=None):
    keys = [None] * (o.layers + 2) if key is None else list(jax.random.split(key, o.layers + 2))
    x = embedded(p, ids, fixed, o, keys[0])
    for i in range(o.layers):
        x = dropped(keys[i + 1], x, o.dropout)
        x = jnp.concatenate([recurrent(p, f"{i}f", x, mask, False), recurrent(p, f"{i}b", x, mask, True)], -1)
    x = dropped(keys[-1], x, o.dropout)
    dep = jax.nn.relu(x @ p["dep.w"] + p["dep.b"]) @ p["arc.w"] + p["arc.b"]
    head = jax.nn.relu(x @ p["head.w"] + p["head.b"])
    arcs = jnp.einsum("bid,bjd->bij", dep, head)
    n = ids.shape[1]
    reach = jnp.clip(jnp.arange(n)[None] - jnp.arange(n)[:, None], -REACH, REACH) + REACH
    arcs = arcs + p["distance"][reach]
    arcs = jnp.where((mask[:, None, :] > 0) & ~jnp.eye(n, dtype=bool), arcs, -1e9)
    root = (dep @ p["root"])[..., None]
    parents = jnp.concatenate([x @ p["parent.w"], jnp.broadcast_to(p["root_parent"], (x.shape[0], 1, o.label))], 1)
    tags, entities = (x @ p[f"{name}.w"] + p[f"{name}.b"] for name in ("tag", "entity"))
    return jnp.concatenate([arcs, root], -1), x @ p["child.w"], parents, tags, entities


def label_scores(p, children, parents, heads):
    parent = jnp.take_along_axis(parents, heads[..., None], 1)
    return jax.nn.relu(children + parent + p["label.b"]) @ p["label.w"] + p["label.c"]


def cross_entropy(logits, gold):
    chosen = jnp.take_along_axis(jax.nn.log_softmax(logits), jnp.maximum(gold, 0)[..., None], -1)[..., 0]
    return -(chosen * (gold >= 0)).sum()


@functools.partial(jax.jit, static_argnames=("o", "steps"))
def learn(p, state, batch, step, key, fixed, o, steps):
    ids, tag, head, label, entity, mask = batch

    def loss(p):
        arcs, children, parents, tags, entities = scores(p, ids, mask, fixed, o, key)
        named = label_scores(p, children, parents, jnp.maximum(head, 0))
        total = (cross_entropy(arcs, head) + cross_entropy(named, label) + o.tag_weight * cross_entropy(tags, tag)
                 + o.entity_weight * cross_entropy(entities, entity))
        return total / mask.sum()

    value, slopes = jax.value_and_grad(loss)(p)
    norm = jnp.sqrt(sum((g ** 2).sum() for g in slopes.values()))
    slopes = {k: g * jnp.minimum(1, 5 / norm) for k, g in slopes.items()}
    warm = jnp.minimum(1, step / 200)
    rate = o.rate * warm * 0.5 * (1 + jnp.cos(jnp.pi * step / steps))
    b1, b2 = 0.9, 0.98
    first = {k: b1 * state[0][k] + (1 - b1) * slopes[k] for k in p}
    second = {k: b2 * state[1][k] + (1 - b2) * slopes[k] ** 2 for k in p}
    c1, c2 = 1 - b1 ** (step + 1), 1 - b2 ** (step + 1)
    p = {k: p[k] - rate * (first[k] / c1) / (jnp.sqrt(second[k] / c2) + 1e-8) for k in p}
    return p, (first, second), value


@functools.partial(jax.jit, static_argnames=("o",))
def predicted(p, ids, mask, fixed, o):
    arcs, children, parents, tags, entities = scores(p, ids, mask, fixed, o)
    heads = arcs.argmax(-1)
    return tags.argmax(-1), heads, label_scores(p, children, parents, heads).argmax(-1), entities.argmax(-1)


def measure(p, held_out, fixed, o):
    """What of FIGURES there is gold for, in percent; heads are chosen word by word."""
    right, asked, found = np.zeros(4), np.zeros(4), 0
    for ids, tag, head, label, entity, mask in held_out:
        tags, heads, labels, entities = (np.asarray(a) for a in predicted(p, ids, mask, fixed, o))
        arcs = (heads == head) & (head >= 0)
        named = (entity > 0) & (entities == entity)
        right += [arcs.sum(), (arcs & (labels == label)).sum(), ((tags == tag) & (tag >= 0)).sum(), 2 * named.sum()]
        asked += [(head >= 0).sum(), (head >= 0).sum(), (tag >= 0).sum(),
                  (entity > 0).sum() + ((entity >= 0) & (entities > 0)).sum()]
    return "  ".join(f"{name} {100 * r / n:.2f}" for name, r, n in zip(FIGURES, right, asked) if n)


def taught(p, sentences, names, fixed, o):
    """The sentences with the network's heads and labels, and its tags where there are none."""
    table, tags, labels = names
    out = []
    for words in sentences:
        if len(words) > LENGTHS[-1]:
            continue
        length = next(l for l in LENGTHS if len(words) <= l)
        batch = padded([words], length, 1, names)
        n = len(words)
        tag, head, label, _ = (np.asarray(a)[0, :n] for a in predicted(p, batch[0], batch[-1], fixed, o))
        words = words.copy()
        words[:, TAGS] = np.where(words[:, TAGS] >= 0, words[:, TAGS], tags.values[tag])
        words[:, LABEL] = labels.values[label]
        words[:, HEAD] = np.where(head == length, n, head)
        out.append(words)
    return out


def write_sentences(path, sentences):
    np.concatenate([np.concatenate([[len(words)], words.ravel()]) for words in sentences]).astype("<u4").tofile(path)


# ---- the whole

def write_weights(path, p, names, o):
    """Text header "name rows columns" a line, an empty line, then all numbers as float32 in that order."""
    table, tags, labels = names
    learnt = {name: array for name, array in p.items() if name not in ("table", "vector.w")}
    arrays = {"tags": tags.values, "labels": labels.values, "table": table.whole(p),
              "shape": np.array([o.dim, o.layers, o.arc, o.label, REACH]), **learnt}
    with open(path, "wb") as out:
        flat = []
        for name, array in arrays.items():
            array = np.atleast_2d(np.asarray(array, np.float32))
            out.write(f"{name} {array.shape[0]} {array.shape[1]}\n".encode())
            flat.append(array.ravel())
        out.write(b"\n")
        out.write(np.concatenate(flat).astype("<f4").tobytes())


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder")
    parser.add_argument("out")
    parser.add_argument("--held-out", nargs="*", default=[])
    parser.add_argument("--texts", nargs="*", default=[])
    parser.add_argument("--teach", nargs="*", default=[])
    for name in ("epochs", "dim", "layers", "arc", "label"):
        parser.add_argument(f"--{name}", type=int, default=getattr(Options, name))
    for name in ("rate", "dropout", "unknown", "no_vectors", "tag_weight"):
        parser.add_argument(f"--{name}", type=float, default=getattr(Options, name))
    arguments = parser.parse_args()
    o = Options(**{k: getattr(arguments, k) for k in
                   ("epochs", "dim", "layers", "arc", "label", "rate", "dropout", "unknown", "no_vectors", "tag_weight")})

    train = read_sentences(f"{arguments.folder}/train.ints")
    every = np.concatenate(train)
    table, tags, labels = Table(arguments.folder, every), Names(every[:, TAGS], 3), Names(every[:, LABEL], 3)
    names = (table, tags, labels)
    fixed = (jnp.asarray(table.vectors), table.unknown)
    train += [words for name in arguments.texts for words in read_sentences(f"{arguments.folder}/{name}.ints")]
    held_out = {name: batches(read_sentences(f"{arguments.folder}/{name}.ints"), names, o)
                for name in arguments.held_out}

    random = np.random.default_rng(o.seed)
    key = jax.random.PRNGKey(o.seed)
    p = initial(key, table.nothing + 1, len(tags.values), len(labels.values), o)
    state = ({k: jnp.zeros_like(v) for k, v in p.items()},) * 2
    steps = o.epochs * len(batches(train, names, o, np.random.default_rng(0)))
    step = 0
    for epoch in range(o.epochs):
        started, total, count = time.time(), 0.0, 0
        for batch in batches(train, names, o, random):
            key, used = jax.random.split(key)
            p, state, value = learn(p, state, batch, step, used, fixed, o, steps)
            total, count, step = total + float(value), count + 1, step + 1
        figures = "  ".join(f"{name} {measure(p, b, fixed, o)}" for name, b in held_out.items())
        print(f"epoch {epoch + 1}: loss {total / count:.3f}  {figures}  {time.time() - started:.0f} s", flush=True)
        write_weights(arguments.out, p, names, o)
    for name in arguments.teach:
        sentences = read_sentences(f"{arguments.folder}/{name}.ints")
        write_sentences(f"{arguments.folder}/{name}-taught.ints", taught(p, sentences, names, fixed, o))


if __name__ == "__main__":
    main()
