from hypothesis import given, settings
from hypothesis import strategies as st

from flows.evaluate.pair import pair


def alike(wanted, got):
    return float(len(set(wanted) & set(got)))


def test_the_most_alike_go_together():
    paired = pair(["ab", "abc"], ["abc", "xb"], alike, 1.0)
    assert set(paired.pairs) == {("abc", "abc"), ("ab", "xb")}
    assert paired.missed == ()
    assert paired.extra == ()


def test_too_little_likeness_pairs_nothing():
    paired = pair(["ab"], ["b"], alike, 2.0)
    assert (paired.pairs, paired.missed, paired.extra) == ((), ("ab",), ("b",))


words = st.lists(st.text("abc", min_size=1, max_size=3), max_size=5)


@settings(max_examples=60)
@given(words, words)
def test_all_come_back_once(wanted, got):
    paired = pair(wanted, got, alike, 1.0)
    assert sorted([*(w for w, _ in paired.pairs), *paired.missed]) == sorted(wanted)
    assert sorted([*(g for _, g in paired.pairs), *paired.extra]) == sorted(got)
