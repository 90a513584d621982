"""Reading files into clean frames, with every fault and every left-out row accounted for."""
