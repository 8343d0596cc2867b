import Interchange
import Reports

/// The features of several instances side by side.
public struct FeatureReport: Sendable {
  private let instances: [InstanceFeatures]

  /// A report; of one instance or more.
  public init(_ instances: [InstanceFeatures]) { self.instances = instances }

  private func table(showsMeaning: Bool) -> ReportTable {
    let columns =
      [("feature", false)] + instances.map { ($0.instance, true) } + (showsMeaning ? [("meaning", false)] : [])
    var table = ReportTable("Instance features", columns)
    for (row, feature) in (instances.first?.features ?? []).enumerated() {
      let values = instances.map { ReportTable.Cell.decimal($0.features[row].value, places: feature.places) }
      table.append([.text(feature.name)] + values + (showsMeaning ? [.text(feature.meaning)] : []))
    }
    return table
  }

  /// A row for each feature with its meaning, for a terminal.
  public var text: String { table(showsMeaning: true).text }

  /// A row for each feature, for a README.
  public var markdown: String { table(showsMeaning: true).markdown }

  /// A row for each feature, for a paper; needs the package booktabs.
  public var latex: String { table(showsMeaning: false).latex }

  /// A row for each instance.
  public var csv: [UInt8] {
    var writer = CSVWriter()
    writer.append("instance")
    for feature in instances.first?.features ?? [] { writer.append(feature.name) }
    writer.endRecord()
    for instance in instances {
      writer.append(instance.instance)
      for feature in instance.features {
        if let value = feature.value {
          writer.append((value * 1_000_000).rounded() / 1_000_000)
        } else {
          writer.append("")
        }
      }
      writer.endRecord()
    }
    return writer.bytes
  }
}
