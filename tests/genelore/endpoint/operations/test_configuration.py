from pathlib import Path

import pytest

from genelore.endpoint.configuration import Configuration, ConfigurationError, configure
from genelore.endpoint.options import OPTIONS
from genelore.endpoint.settings import LogFormat, Settings


def made(file: Path | None = None, **environment: str) -> Configuration:
    return configure({"config": str(file)} if file else {}, environment, Path("store"))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "genelore.toml"
    path.write_text('workers = 3\nmemory = "512 MiB"\nproxies = ["10.0.0.0/8"]\nstore = "data"\n', "utf-8")
    return path


def test_without_anything_the_defaults_hold():
    assert made().settings == Settings(Path("store"))


def test_flags_win_over_the_environment_and_that_over_the_file(file):
    flags = {"config": str(file), "workers": "5", "port": None}
    found = configure(flags, {"GENELORE_WORKERS": "4", "GENELORE_MEMORY": "1 GiB"}, Path("store"))
    assert (found.settings.workers, found.settings.memory) == (5, 1 << 30)
    assert found.origins["workers"] == "--workers"
    assert found.origins["memory"] == "GENELORE_MEMORY"
    assert found.origins["proxies"] == str(file)
    assert found.origins["queue"] == "default"


def test_the_environment_names_the_file(file):
    assert made(GENELORE_CONFIG=str(file)).settings.proxies == ("10.0.0.0/8",)


def test_a_relative_path_in_a_file_begins_at_its_folder(file):
    assert made(file).settings.folder == file.parent / "data"


def test_the_site_is_at_its_host_and_port_unless_it_is_told_otherwise():
    assert made(GENELORE_PORT="81").settings.public == "http://127.0.0.1:81/"
    assert made(GENELORE_HOST="::1").settings.public == "http://[::1]:8000/"
    assert made(GENELORE_PUBLIC="https://genes.example/").settings.public == "https://genes.example/"


def test_every_setting_can_be_set():
    names = {option.name for option in OPTIONS}
    assert names == {*Settings.__dataclass_fields__}


def test_what_is_shown_is_a_configuration_file_that_says_the_same(tmp_path):
    found = made(
        GENELORE_LOG_FORMAT="json", GENELORE_PROXIES="10.0.0.1, ::1", GENELORE_PUBLIC="http://a.example/"
    )
    (tmp_path / "shown.toml").write_text(str(found), "utf-8")
    again = made(tmp_path / "shown.toml").settings
    assert again.log_format is LogFormat.JSON
    assert again.proxies == ("10.0.0.1", "::1")
    assert (again.public, again.memory, again.deadline) == ("http://a.example/", 512 << 20, 30.0)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("deadlin = 3", "deadlin: no such setting; did you mean deadline?"),
        ("operator-port = 3", "operator-port: no such setting; did you mean operator_port?"),
        ("zzz = 3", "zzz: no such setting"),
        ("port = 70000", "port: it has to be 0 to 65535"),
        ("port = true", "port: True is no whole number"),
        ("deadline = 0", "deadline: it has to be above 0"),
        ("deadline = inf", "deadline: it may not be below 0 or endless"),
        ('memory = "lots"', "memory: 'lots' is no size; write bytes, or as in '64 MiB'"),
        ('operator_host = "0.0.0.0"', "operator_host: '0.0.0.0' is no loopback address"),
        ('proxies = ["nowhere"]', "proxies: 'nowhere' is no address"),
        ('base = "https://w3id.org/genelore"', "base: 'https://w3id.org/genelore' has to end with a slash"),
        ('public = "ftp://a/"', "public: 'ftp://a/' is no http or https address"),
        ('log_format = "xml"', "log_format: 'xml' is none of text, json"),
        ('texts = "perhaps"', "texts: 'perhaps' is none of licensed, all, none"),
        ('metrics = "perhaps"', "metrics: true or false is needed"),
        ("port = ", "Invalid value"),
    ],
)
def test_a_wrong_line_is_refused_with_its_file_and_key(tmp_path, line, message):
    path = tmp_path / "genelore.toml"
    path.write_text(f"{line}\n", "utf-8")
    with pytest.raises(ConfigurationError) as refused:
        made(path)
    assert str(refused.value).startswith(f"{path}: ")
    assert message in str(refused.value)


def test_a_wrong_variable_or_flag_is_refused_by_its_name():
    with pytest.raises(ConfigurationError, match="^GENELORE_WORKERS: it has to be 1 to 1024"):
        made(GENELORE_WORKERS="0")
    with pytest.raises(ConfigurationError, match="^--workers: 'x' is no whole number"):
        configure({"workers": "x"}, {}, Path("store"))


def test_a_slip_in_a_variable_is_noticed_and_a_stranger_left_alone():
    with pytest.raises(ConfigurationError, match="GENELORE_DEADLNE: .* did you mean GENELORE_DEADLINE"):
        made(GENELORE_DEADLNE="3")
    assert made(GENELORE_SHARED="/somewhere").settings == Settings(Path("store"))


def test_a_file_that_is_not_there_is_named():
    with pytest.raises(ConfigurationError, match="^nowhere.toml: No such file"):
        made(Path("nowhere.toml"))
