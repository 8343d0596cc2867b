import ArgumentParser
import HomeCare

extension InstanceFormat: ExpressibleByArgument {}
