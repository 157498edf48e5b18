#!/usr/bin/env python3
"""measure.py COMMAND...: runs it, then prints wall seconds, processor seconds and peak memory in MiB, on one line.

Standard input and standard error are the command's own; its standard output is thrown away.
"""
import os
import subprocess
import sys
import time


def main():
    begun = time.monotonic()
    child = subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(child.pid, 0)
    wall = time.monotonic() - begun
    print(f"{wall:.1f} {used.ru_utime + used.ru_stime:.1f} {used.ru_maxrss / 1024:.0f}")
    sys.exit(os.waitstatus_to_exitcode(status))


if __name__ == "__main__":
    main()
