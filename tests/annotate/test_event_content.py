"""What is asked for, where it is told as a noun."""

import pytest

from variorum.annotate.event_content import noun_content


@pytest.mark.parametrize(
    ("sentence", "word", "content"),
    [
        ("The miners demanded higher wages and safer shafts.", "demanded", "higher wages and safer shafts"),
        ("There were demands for a new vote.", "demands", "a new vote"),
        ("The students repeated their demands: lower fees and a new dean.", "demands", "lower fees and a new dean"),
        ("Their demands include lower fees.", "demands", "lower fees"),
        ("The release of the mayor is one of the main demands of the crowd.", "demands", "The release of the mayor"),
        ("Free elections are among the demands.", "demands", "Free elections"),
        ("The demands grew louder.", "demands", None),
    ],
)
def test_content(parse, sentence, word, content):
    page = parse(sentence)
    span = noun_content(next(token for token in page.doc if token.text == word))
    assert (span and page.quote(span)) == content
