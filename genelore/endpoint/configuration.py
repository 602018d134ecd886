"""The settings from where they were set: a TOML file, the environment over it, flags over both."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches
from pathlib import Path

from genelore.endpoint.options import OPTIONS, Option, by_key
from genelore.endpoint.settings import Settings
from genelore.endpoint.values import path as read_path

FILE_VARIABLE = "GENELORE_CONFIG"
DERIVED = "from host and port"
_PREFIX = "GENELORE_"
# Variables with our prefix that are no settings are left alone, unless they look like a slip of the pen.
_ALIKE = 0.8


class ConfigurationError(ValueError):
    """A setting that is unknown or cannot hold its value; the message names where it was set."""


@dataclass(frozen=True, slots=True)
class Configuration:
    """The settings, and for each key where its value came from."""

    settings: Settings
    origins: Mapping[str, str]

    def __str__(self) -> str:
        """Write it as a configuration file, with each value's origin as a comment."""
        lines = (self._line(option) for option in OPTIONS)
        return "".join(f"{line}\n" for line in lines)

    def _line(self, option: Option) -> str:
        value = getattr(self.settings, option.name)
        origin = self.origins[option.key]
        if value is None:
            return f"# {option.key} is not set"
        return f"{option.key} = {option.shown(value)}  # {origin}"


def configure(flags: Mapping[str, object], environment: Mapping[str, str], store: Path) -> Configuration:
    """Put the settings together; `store` is the folder if none is set anywhere.

    `flags` has the values given on the command line by key, with `config` for the file.

    Raises:
        ConfigurationError: a file cannot be read, a key is unknown, or a value is not allowed.
    """
    known = by_key()
    origins = dict.fromkeys(known, "default")
    found: dict[str, object] = {"folder": store}
    for origin, key, value in _given(flags, environment):
        option = known[key]
        found[option.name] = _read(option, value, origin)
        origins[key] = origin
    settings = Settings(**found)  # type: ignore[arg-type]  # each was read by the function of its option
    if origins["public"] == "default":
        settings = located(settings, settings.port)
        origins["public"] = DERIVED
    return Configuration(settings, origins)


def located(settings: Settings, port: int) -> Settings:
    """Return the settings with the site's own address made of the host and this port."""
    host = f"[{settings.host}]" if ":" in settings.host else settings.host
    return replace(settings, port=port, public=f"http://{host}:{port}/")


def _given(flags: Mapping[str, object], environment: Mapping[str, str]) -> Iterator[tuple[str, str, object]]:
    """Give every value that is set as its origin, its key and itself, the weaker origin first."""
    file = flags.get("config") or environment.get(FILE_VARIABLE)
    if file:
        yield from _from_file(Path(str(file)))
    yield from _from_environment(environment)
    known = by_key()
    for key, value in flags.items():
        if key != "config" and value is not None:
            yield known[key].flag, key, value


def _from_file(path: Path) -> Iterator[tuple[str, str, object]]:
    try:
        found = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ConfigurationError(f"{path}: {error.strerror}") from error
    except ValueError as error:
        raise ConfigurationError(f"{path}: {error}") from error
    for key, value in found.items():
        if key not in by_key():
            raise ConfigurationError(f"{path}: {key}: no such setting{_suggestion(key)}")
        yield str(path), key, _beside(path, by_key()[key], value)


def _beside(file: Path, option: Option, value: object) -> object:
    """Read a relative path as one from the folder of the file that has it."""
    if option.read is read_path and isinstance(value, str) and not value.startswith("~"):
        return file.parent / value
    return value


def _from_environment(environment: Mapping[str, str]) -> Iterator[tuple[str, str, object]]:
    variables = {option.variable: option.key for option in OPTIONS}
    for name, value in sorted(environment.items()):
        if name in variables:
            yield name, variables[name], value
        elif name.startswith(_PREFIX) and name != FILE_VARIABLE:
            _refuse_slip(name, variables)


def _refuse_slip(name: str, variables: Mapping[str, str]) -> None:
    near = get_close_matches(
        name.removeprefix(_PREFIX), [key.upper() for key in variables.values()], 1, _ALIKE
    )
    if near:
        raise ConfigurationError(f"{name}: no such setting; did you mean {_PREFIX}{near[0]}?")


def _suggestion(key: str) -> str:
    near = get_close_matches(key.lower().replace("-", "_"), by_key(), 1)
    return f"; did you mean {near[0]}?" if near else ""


def _read(option: Option, value: object, origin: str) -> object:
    try:
        return option.read(value)
    except ValueError as error:
        place = origin if origin in {option.flag, option.variable} else f"{origin}: {option.key}"
        raise ConfigurationError(f"{place}: {error}") from error
