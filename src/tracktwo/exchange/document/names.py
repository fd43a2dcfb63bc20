"""Whether two words name the same side: China and Chinese, la Russie and russe, 中国 and 中方."""

from itertools import takewhile

from tracktwo.exchange.document.letters import is_han, without_accents

# What is left of a country's and of its people's name behind the stem they share.
_WESTERN = (
    "a an ans ain ais aise aises and ay e ea ean eans ee een eens eenne eennes enne ennes egian egians en ens er ers "
    "es ese ey gne i ia ian ians ic ie ien ienne iennes iens in ine ines is ish ite ites n ne nd nde ndes nds ni "
    "nian nians nis ns o oa ois oise oises s y ya"
)
_CHINESE = "方 国 国人 人 方面 专家 方专家 国专家 代表团 方代表团 国代表团 集团 一方"
_ENDINGS, _HAN_ENDINGS = {"", *_WESTERN.split()}, {"", *_CHINESE.split()}
SHORTEST = 3


def is_same_name(one: str, other: str) -> bool:
    """Whether every word of the shorter name has its like in the longer.

    >>> is_same_name("CHINESE", "China"), is_same_name("Austria", "Australia")
    (True, False)
    >>> is_same_name("中方", "中国"), is_same_name("北约", "北方")
    (True, False)
    """
    words, others = sorted((_words(one), _words(other)), key=len)
    return bool(words) and all(any(_alike(word, like) for like in others) for word in words)


def _words(name: str) -> list[str]:
    small = {"the", "of", "and", "de", "la", "le", "les", "du", "des", "et"}
    bare = without_accents(name).replace("’", "'").replace("'s ", " ").split()
    return [word for word in bare if word not in small]


def _alike(one: str, other: str) -> bool:
    if one == other:
        return True
    pairs = zip(one, other, strict=False)
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    endings, shortest = (_HAN_ENDINGS, 1) if is_han(one[0]) else (_ENDINGS, SHORTEST)
    # Karsie and karsiennes share one letter more than their stem.
    stems = range(max(shared - 2, shortest), shared + 1)
    return any(one[stem:] in endings and other[stem:] in endings for stem in stems)
