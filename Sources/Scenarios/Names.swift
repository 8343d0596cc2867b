import HomeCare

/// Common Swedish names, for staff and clients who never lived.
enum Names {
  static func draw(_ random: inout SeededGenerator) -> String { random.pick(first) + " " + random.pick(last) }

  private static let first = [
    "Agneta", "Ahmed", "Alma", "Anders", "Astrid", "Barbro", "Britt", "Carin", "Christer", "Edit", "Elin", "Emma",
    "Folke", "Göran", "Gunilla", "Hanna", "Hassan", "Ingegerd", "Jan", "Johan", "Kerstin", "Kjell", "Leif", "Lena",
    "Linnea", "Märta", "Mohamed", "Monika", "Nadia", "Oskar", "Rut", "Sara", "Stina", "Sune", "Ture", "Ulla",
    "Viola", "Yusuf", "Åke", "Östen",
  ]
  private static let last = [
    "Alm", "Bergström", "Björk", "Claesson", "Dalman", "Eklund", "Engström", "Falk", "Forsberg", "Gustafsson",
    "Hedlund", "Holmgren", "Isaksson", "Jakobsson", "Karlsson", "Lindqvist", "Löfgren", "Martinsson", "Nyberg",
    "Olofsson", "Pettersson", "Rosén", "Sandberg", "Sjögren", "Strand", "Svensson", "Sundin", "Törnqvist", "Wallin",
    "Åberg", "Öberg",
  ]
}
