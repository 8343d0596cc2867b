import ArgumentParser
import Rostering

extension RunClock: ExpressibleByArgument {}
