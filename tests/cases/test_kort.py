"""A list that shows only its first rows says so, and only then."""

import pytest
from django.template import Context, Template

from cases.kort import kort, korte_zinnen
from cases.models import Gemeente


def regel(rijen, welke="eerste"):
    return Template("{% load onderdelen %}{% en_meer rijen welke %}").render(Context({"rijen": rijen, "welke": welke}))


@pytest.mark.parametrize(("aantal", "meer"), [(0, False), (3, False), (4, True)])
def test_the_line_stands_below_what_is_longer_than_what_is_shown(aantal, meer):
    rijen = kort(range(aantal), 3)
    assert (list(rijen), rijen.meer) == (list(range(min(aantal, 3))), meer)
    woorden = rijen.van(str(rij) for rij in rijen)
    zin = '<p class="zacht">Er zijn er meer; hier staan de laatste 3.</p>' if meer else ""
    assert (regel(rijen, "laatste"), regel(woorden, "laatste")) == (zin, zin)


def test_a_question_is_asked_once(diemen, uithoorn, django_assert_num_queries):
    with django_assert_num_queries(1):
        rijen = kort(Gemeente.objects.order_by("pk"), 1)
        assert (list(rijen), rijen.meer) == ([diemen], True)


def test_sentences_end_with_the_one_that_says_so():
    assert korte_zinnen(["a", "b"], 2) == ["a", "b"]
    assert korte_zinnen(["a", "b", "c"], 2) == ["a", "b", "Er zijn er meer; hier staan de eerste 2."]
