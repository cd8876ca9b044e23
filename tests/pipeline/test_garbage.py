import gc

import pytest

from variorum.pipeline.garbage import rare_collection


def test_garbage_is_looked_for_as_before_once_a_build_is_done_or_broken() -> None:
    before = gc.get_threshold()
    with rare_collection():
        assert gc.get_threshold() > before
    assert gc.get_threshold() == before
    with pytest.raises(ValueError, match="broken"), rare_collection():
        raise ValueError("broken")
    assert gc.get_threshold() == before
