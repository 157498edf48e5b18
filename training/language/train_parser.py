#!/usr/bin/env python3
"""Trains the parser's network: train_parser.py FOLDER OUT.weights [--epochs N] [--held-out NAME...]

FOLDER holds what `train_language export` wrote. OUT.weights is read by `train_language pack`, which makes
models/parser.model of it. Same data, same seed, same machine: same bytes. Needs jax (train.sh installs it in a
virtual environment of its own).

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
WORD, LEMMA = 0, 1  # of which these two are the vocabularies', their first row the unknown word's
OTHER_ROWS = 2048 + 1024 + 4096 + 8192 + 48 + 17 * 39  # beginnings, ends, shapes, tags
LENGTHS = (6, 12, 18, 24, 32, 40, 52, 72, 128)  # sentences are padded to one of these; longer ones are left out
REACH = 16  # distances of more words are one


@dataclass(frozen=True)
class Options:
    dim: int = 128
    layers: int = 3
    arc: int = 64
    label: int = 96
    epochs: int = 36
    batch_words: int = 1200
    rate: float = 3e-3
    dropout: float = 0.33
    unknown: float = 0.2  # share of words that are shown as unknown
    no_tags: float = 0.1  # share of words whose tags are hidden
    tag_weight: float = 0.5
    seed: int = 1


# ---- data

def read_sentences(path):
    ints = np.fromfile(path, dtype=np.uint32).astype(np.int32)
    sentences, at = [], 0
    while at < len(ints):
        n = ints[at]
        sentences.append(ints[at + 1:at + 1 + n * (IDS + 3)].reshape(n, IDS + 3))
        at += 1 + n * (IDS + 3)
    return sentences


class Names:
    """Numbers as the data have them, and the dense ones the network uses."""

    def __init__(self, values, least):
        found, counts = np.unique(values, return_counts=True)
        self.values = found[counts >= least]
        self.of = {int(v): i for i, v in enumerate(self.values)}

    def dense(self, values):
        return np.array([self.of.get(int(v), -1) for v in values], np.int32)


def table_layout(folder):
    """How many rows the table has, and the rows of the unknown word and lemma: as WordRows lays it out."""
    words, lemmas = (len(np.fromfile(f"{folder}/{name}.keys", np.uint32)) + 1 for name in ("words", "lemmas"))
    return words + lemmas + OTHER_ROWS, (0, words)


def batches(sentences, tags, labels, options, random=None):
    """Arrays (ids, tags, heads, labels, mask) of sentences of about one length."""
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
            out.append(padded(group[start:start + size], length, size, tags, labels))
    if random is not None:
        random.shuffle(out)
    return out


def padded(group, length, size, tags, labels):
    ids = np.zeros((size, length, IDS), np.int32)
    tag, head, label = (np.full((size, length), -1, np.int32) for _ in range(3))
    mask = np.zeros((size, length), np.float32)
    for i, words in enumerate(group):
        n = len(words)
        ids[i, :n] = words[:, :IDS]
        tag[i, :n] = tags.dense(words[:, IDS])
        head[i, :n] = np.where(words[:, IDS + 1] == n, length, words[:, IDS + 1])  # the root comes last
        label[i, :n] = labels.dense(words[:, IDS + 2])
        mask[i, :n] = 1
    return ids, tag, head, label, mask


# ---- the network

def initial(key, rows, tags, labels, o):
    keys = iter(jax.random.split(key, 64))
    normal = lambda shape, scale: jax.random.normal(next(keys), shape) * scale
    dense = lambda a, b: normal((a, b), (1.0 / a) ** 0.5)
    half = o.dim // 2
    p = {"table": normal((rows, o.dim), 0.15)}
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
              "tag.w": dense(o.dim, tags), "tag.b": jnp.zeros(tags)})
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


def embedded(p, ids, unknown_rows, o, key):
    """key: while training, which hides words."""
    vectors = p["table"][ids]
    if key is not None:
        k1, k2 = jax.random.split(key)
        hide = jax.random.bernoulli(k1, o.unknown, ids.shape[:2])[..., None]
        for kind in (WORD, LEMMA):
            row = p["table"][unknown_rows[kind]]
            vectors = vectors.at[..., kind, :].set(jnp.where(hide, row, vectors[..., kind, :]))
        show = jax.random.bernoulli(k2, 1 - o.no_tags, ids.shape[:2])
        vectors = vectors.at[..., IDS - 1, :].multiply(show[..., None])
    return vectors.sum(-2)


def scores(p, ids, mask, unknown_rows, o, key=None):
    keys = [None] * (o.layers + 2) if key is None else list(jax.random.split(key, o.layers + 2))
    x = embedded(p, ids, unknown_rows, o, keys[0])
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
    return jnp.concatenate([arcs, root], -1), x @ p["child.w"], parents, x @ p["tag.w"] + p["tag.b"]


def label_scores(p, children, parents, heads):
    parent = jnp.take_along_axis(parents, heads[..., None], 1)
    return jax.nn.relu(children + parent + p["label.b"]) @ p["label.w"] + p["label.c"]


def cross_entropy(logits, gold):
    chosen = jnp.take_along_axis(jax.nn.log_softmax(logits), jnp.maximum(gold, 0)[..., None], -1)[..., 0]
    return -(chosen * (gold >= 0)).sum()


@functools.partial(jax.jit, static_argnames=("o", "steps"))
def learn(p, state, batch, step, key, unknown_rows, o, steps):
    ids, tag, head, label, mask = batch

    def loss(p):
        arcs, children, parents, tags = scores(p, ids, mask, unknown_rows, o, key)
        named = label_scores(p, children, parents, jnp.maximum(head, 0))
        total = cross_entropy(arcs, head) + cross_entropy(named, label) + o.tag_weight * cross_entropy(tags, tag)
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
def predicted(p, ids, mask, unknown_rows, o):
    arcs, children, parents, tags = scores(p, ids, mask, unknown_rows, o)
    heads = arcs.argmax(-1)
    return heads, label_scores(p, children, parents, heads).argmax(-1), tags.argmax(-1)


def measure(p, held_out, unknown_rows, o):
    """Unlabelled and labelled attachment and tags right, in percent, of heads chosen word by word."""
    right = np.zeros(3)
    words = 0
    for ids, tag, head, label, mask in held_out:
        heads, labels, tags = (np.asarray(a) for a in predicted(p, ids, mask, unknown_rows, o))
        seen = mask > 0
        arcs = (heads == head) & seen
        right += [arcs.sum(), (arcs & (labels == label)).sum(), ((tags == tag) & seen).sum()]
        words += mask.sum()
    return 100 * right / words


# ---- the whole

def write_weights(path, p, tags, labels, unknown_rows, o):
    """Text header "name rows columns" a line, an empty line, then all numbers as float32 in that order."""
    arrays = {"tags": tags.values, "labels": labels.values, "unknown": np.array(unknown_rows),
              "shape": np.array([o.dim, o.layers, o.arc, o.label, REACH]), **p}
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
    for name in ("epochs", "dim", "layers", "arc", "label"):
        parser.add_argument(f"--{name}", type=int, default=getattr(Options, name))
    for name in ("rate", "dropout", "unknown", "tag_weight"):
        parser.add_argument(f"--{name}", type=float, default=getattr(Options, name))
    arguments = parser.parse_args()
    o = Options(**{k: getattr(arguments, k) for k in
                   ("epochs", "dim", "layers", "arc", "label", "rate", "dropout", "unknown", "tag_weight")})

    train = read_sentences(f"{arguments.folder}/train.ints")
    every = np.concatenate(train)
    tags, labels = Names(every[:, IDS], 3), Names(every[:, IDS + 2], 3)
    rows, unknown_rows = table_layout(arguments.folder)
    held_out = {name: batches(read_sentences(f"{arguments.folder}/{name}.ints"), tags, labels, o)
                for name in arguments.held_out}

    random = np.random.default_rng(o.seed)
    key = jax.random.PRNGKey(o.seed)
    p = initial(key, rows, len(tags.values), len(labels.values), o)
    state = ({k: jnp.zeros_like(v) for k, v in p.items()},) * 2
    steps = o.epochs * len(batches(train, tags, labels, o, np.random.default_rng(0)))
    step = 0
    for epoch in range(o.epochs):
        started, total, count = time.time(), 0.0, 0
        for batch in batches(train, tags, labels, o, random):
            key, used = jax.random.split(key)
            p, state, value = learn(p, state, batch, step, used, unknown_rows, o, steps)
            total, count, step = total + float(value), count + 1, step + 1
        figures = "  ".join(f"{name} UAS {u:.2f} LAS {l:.2f} tags {t:.2f}" for name, (u, l, t) in
                            ((n, measure(p, b, unknown_rows, o)) for n, b in held_out.items()))
        print(f"epoch {epoch + 1}: loss {total / count:.3f}  {figures}  {time.time() - started:.0f} s", flush=True)
        write_weights(arguments.out, p, tags, labels, unknown_rows, o)


if __name__ == "__main__":
    main()
