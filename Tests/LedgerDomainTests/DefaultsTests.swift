import Foundation
import LedgerDomain
import LedgerTestSupport
import Testing

/// The data files that an office starts from agree with each other.
struct DefaultsTests {
  private static func catalogue() throws -> [String: Indicator] {
    let indicators = try Indicator.list(Files.json("defaults/indicators.json"))
    return Dictionary(uniqueKeysWithValues: indicators.map { ($0.code, $0) })
  }

  private static func files(_ folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(
      atPath: Files.root.appending(path: "defaults/\(folder)").path
    ).sorted().map { "defaults/\(folder)/\($0)" }
  }

  @Test func `every formula reads indicators of the catalogue`() throws {
    let catalogue = try Self.catalogue()
    #expect(catalogue.count >= 60)
    for indicator in catalogue.values {
      guard let formula = indicator.formula else { continue }
      for code in try Measure(JSONReader(formula)).indicatorCodes {
        #expect(catalogue[code] != nil, "\(indicator.code) reads \(code)")
      }
    }
  }

  @Test func `forms, rule sets and methods read the catalogue`() throws {
    let catalogue = try Self.catalogue()
    var reported: Set<String> = []
    for file in try Self.files("forms") {
      let form = try Form(Files.json(file))
      try form.check(catalogue: catalogue)
      reported.formUnion(form.fields.map(\.indicator))
    }
    let codes = Set(catalogue.keys)
    for file in try Self.files("rules") {
      let rules = try RuleSet(Files.json(file))
      try rules.check(catalogue: codes)
      for code in rules.indicatorCodes where catalogue[code]?.kind != .ratio {
        #expect(reported.contains(code), "\(file): no form reports \(code)")
      }
    }
    for file in try Self.files("methods") {
      try IndexMethod(Files.json(file)).check(catalogue: codes)
    }
    for file in try Self.files("assessments") {
      #expect(try AssessmentMethod(Files.json(file)).sheets.count == 2)
    }
    for row in try Files.csv("defaults/targets/four-declines-2026.csv").dropFirst() {
      #expect(codes.contains(row[1]) && TargetKind(rawValue: row[3]) != nil, "\(row)")
    }
  }

  @Test(arguments: ["一人一档", "黑名单", "名单", "身份证", "家属", "耻辱", "逼返", "敲门"])
  func `no default speaks of persons`(word: String) throws {
    var files = ["defaults/indicators.json"]
    for folder in ["forms", "rules", "methods", "assessments"] { files += try Self.files(folder) }
    for file in files {
      #expect(!String(decoding: try Files.bytes(file), as: UTF8.self).contains(word), "\(file)")
    }
  }
}
