"""SRT and WebVTT in place."""
