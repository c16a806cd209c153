"""BLEU, chrF and TER over sacrebleu, summed segment by segment."""
