"""A process that never says anything, for tests of those that wait for one."""

import time

time.sleep(600)
