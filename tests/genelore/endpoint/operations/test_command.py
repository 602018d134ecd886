import os
import shutil
import subprocess
import sys

from genelore.endpoint.options import OPTIONS


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "genelore", "serve", *arguments]
    variables = os.environ | {"NO_COLOR": "1", "COLUMNS": "200"} | environment
    return subprocess.run(command, capture_output=True, text=True, env=variables, timeout=60, check=False)


def test_help_names_every_setting_with_its_variable_and_default():
    said = run("--help").stdout
    for option in OPTIONS:
        assert option.flag in said
        assert option.variable in said
    assert "[default: (512 MiB)]" in said


def test_the_settings_are_shown_with_where_they_come_from():
    done = run("--show-config", "--workers", "7", GENELORE_QUEUE="9")
    assert done.returncode == 0
    assert "workers = 7  # --workers\n" in done.stdout
    assert "queue = 9  # GENELORE_QUEUE\n" in done.stdout
    assert 'host = "127.0.0.1"  # default\n' in done.stdout


def test_a_wrong_setting_ends_the_command_in_one_line():
    done = run("--deadline", "never")
    assert (done.returncode, done.stderr) == (2, "genelore: --deadline: 'never' is no number of seconds\n")


def test_without_a_store_there_is_nothing_to_serve(tmp_path):
    done = run("--store", str(tmp_path / "none"), "--port", "0")
    assert done.returncode == 1
    assert "run 'genelore build' first" in done.stderr


def test_a_base_that_is_not_the_stores_is_refused(seed_store):
    done = run("--store", str(seed_store), "--port", "0", "--base", "https://genes.example/")
    assert done.returncode == 2
    assert "https://genes.example/ is not the store's, which is https://w3id.org/genelore/" in done.stderr


def test_a_token_that_others_can_read_is_refused(seed_store, tmp_path):
    store = shutil.copytree(seed_store, tmp_path / "store", symlinks=True)
    (store / "operator.token").write_text("0123456789abcdef0123456789abcdef")
    (store / "operator.token").chmod(0o644)
    done = run("--store", str(store), "--port", "0", "--operator", "--operator-port", "0")
    assert done.returncode == 1
    assert "others may read it; chmod 600" in done.stderr
