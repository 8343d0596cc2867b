import Files
import Testing

@testable import Tables

@Suite struct JSONSchemaTests {
  /// The node that a path of keys leads to in a JSON text.
  private func node(_ schema: JSONReader, _ path: String...) throws -> Int {
    try path.reduce(JSONReader.root) { try #require(schema.value(of: $1, in: $0), "no \($1)") }
  }

  private func keys(_ schema: JSONReader, _ node: Int) -> [String] {
    schema.document.pairs(of: node).map { schema.document.text(of: $0.key) }
  }

  @Test func `the schema of an instance names its keys and columns in the order of the files`() throws {
    let schema = try JSONReader(Array(JSONSchema.instance(.one).utf8), file: "schema")
    #expect(keys(schema, try node(schema, "properties")) == ["format", "name"] + InstanceTables.all(.one).map(\.name))
    let visits = try node(schema, "properties", "visits", "items", "properties")
    #expect(
      keys(schema, visits) == [
        "id", "client", "earliest", "latest", "minutes", "staff", "skills", "kind", "counts", "priority", "pinned",
        "pinnedStart",
      ])
  }

  @Test func `a schema says what is required, allowed and assumed`() throws {
    let text = JSONSchema.instance(.one)
    #expect(text.hasPrefix("{\n  \"$schema\": \"https://json-schema.org/draft/2020-12/schema\",\n"))
    #expect(
      text.contains(
        """
                  "minutes": {
                    "description": "Length.",
                    "type": "integer",
                    "minimum": 1,
                    "maximum": 10080
                  },
                  "staff": {
                    "description": "How many staff serve it together.",
                    "type": ["integer", "null"],
                    "minimum": 1,
                    "maximum": 100,
                    "default": 1
                  },
        """))
    #expect(text.contains(#""required": ["id", "client", "earliest", "latest", "minutes"]"#))
    #expect(text.contains(#""breakMinutes": ["breakFrom", "breakTo"]"#))
    #expect(text.contains(#""enum": ["any", "same", "different", null]"#))
  }

  @Test func `the schema of a roster leaves solve open and closes the rest`() throws {
    let schema = try JSONReader(Array(JSONSchema.roster.utf8), file: "schema")
    #expect(keys(schema, try node(schema, "properties")) == JSONRosterReader.keys)
    #expect(!keys(schema, try node(schema, "properties", "solve")).contains("additionalProperties"))
    for path in ["score", "assignments"] {
      let text = String(decoding: schema.document.slice(of: try node(schema, "properties", path)), as: UTF8.self)
      #expect(text.contains("\"additionalProperties\": false"))
    }
    let solve = try node(schema, "properties", "solve", "properties")
    #expect(
      keys(schema, solve) == [
        "solver", "status", "lowerBound", "gap", "bound", "weights", "seed", "seconds", "iterations", "evaluatedMoves",
      ])
  }
}
