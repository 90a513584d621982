"""What published figures tell together: which of few people could be worked out, and the least to hide so that not."""
