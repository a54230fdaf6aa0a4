// swift-tools-version: 6.2
import Foundation
import PackageDescription

// Targets stand in the order of imports: each may import only what is above it.
// Their names carry the product's prefix, since module names must be unique in a client's whole graph.
let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]

/// A released program takes Swift's libraries in, where the toolchain has them to take in: it then starts in half the
/// time, since there is less to load and to relocate, and it runs where Swift is not installed.
let standalone: [LinkerSetting] = {
  // This file runs with the toolchain's own libraries, which tells where the toolchain is.
  let mapped = FileHandle(forReadingAtPath: "/proc/self/maps")?.readDataToEndOfFile() ?? Data()
  let core = "/lib/swift/linux/libswiftCore.so"
  let line = String(decoding: mapped, as: UTF8.self).split(separator: "\n").first { $0.hasSuffix(core) }
  guard let line, let start = line.firstIndex(of: "/") else { return [] }
  let usr = line[start...].dropLast(core.count)
  let needed = ["lib/swift_static/linux/lib_FoundationICU.a", "lib/swift_static/linux/libswiftCore.a", "bin/ld.lld"]
  guard needed.allSatisfy({ FileManager.default.fileExists(atPath: "\(usr)/\($0)") }) else { return [] }
  let libraries = ["CoreFoundation", "_FoundationCShims", "_FoundationCollections", "_FoundationICU"]
  let flags = ["-static-stdlib", "-use-ld=lld"] + libraries.map { "-l\($0)" }
  return [.unsafeFlags(flags, .when(platforms: [.linux], configuration: .release))]
}()

let package = Package(
  name: "remit",
  products: [
    .executable(name: "remit", targets: ["RemitCommand"]),
    .library(
      name: "Remit",
      targets: [
        "RemitModel", "RemitIntake", "RemitInspection", "RemitRules", "RemitSettings", "RemitDrawing", "RemitReports",
        "RemitExport",
      ]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    .target(
      name: "CGraphviz", path: "Sources/CGraphviz",
      linkerSettings: [.linkedLibrary("gvc"), .linkedLibrary("cgraph"), .linkedLibrary("cdt")]),

    // Stands for libzip and libxlsxwriter.
    .target(name: "CWorkbook", path: "Sources/CWorkbook"),
    .systemLibrary(name: "CMachine", path: "Sources/CMachine"),
    .systemLibrary(name: "CExpat", path: "Sources/CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
    .systemLibrary(
      name: "CSQLite", path: "Sources/CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),

    .target(name: "RemitSource", path: "Sources/Source", swiftSettings: strict),
    .target(name: "RemitKernel", path: "Sources/Kernel", swiftSettings: strict),
    .target(
      name: "RemitWorkbook", dependencies: ["RemitSource", "CExpat", "CWorkbook"], path: "Sources/Workbook",
      swiftSettings: strict),
    .target(
      name: "RemitDatabase", dependencies: ["RemitSource", "CSQLite"], path: "Sources/Database", swiftSettings: strict),
    .target(
      name: "RemitModel", dependencies: ["RemitSource", "RemitKernel"], path: "Sources/Model", swiftSettings: strict),
    .target(
      name: "RemitIntake",
      dependencies: [
        "CMachine", "RemitModel", "RemitWorkbook", "RemitDatabase", .product(name: "Yams", package: "Yams"),
      ],
      path: "Sources/Intake", swiftSettings: strict),
    .target(
      name: "RemitExport",
      dependencies: ["RemitModel", "RemitWorkbook", "RemitDatabase"],
      path: "Sources/Export", swiftSettings: strict),
    .target(
      name: "RemitInspection", dependencies: ["RemitModel"], path: "Sources/Inspection", swiftSettings: strict),
    .target(name: "RemitRules", dependencies: ["RemitInspection"], path: "Sources/Rules", swiftSettings: strict),
    .target(
      name: "RemitSettings", dependencies: ["RemitIntake", "RemitRules"], path: "Sources/Settings",
      swiftSettings: strict),
    .target(
      name: "RemitDrawing", dependencies: ["RemitInspection", "RemitSource", "CGraphviz"], path: "Sources/Drawing",
      swiftSettings: strict),
    .target(
      name: "RemitReports", dependencies: ["RemitDrawing", "RemitWorkbook"], path: "Sources/Reports",
      swiftSettings: strict),
    .executableTarget(
      name: "RemitCommand",
      dependencies: [
        "CMachine", "RemitIntake", "RemitRules", "RemitSettings", "RemitReports", "RemitExport",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Sources/Command", swiftSettings: strict, linkerSettings: standalone),

    // Defects that are worked into clean charts, to measure how much of them the rules find.
    .target(name: "RemitMutants", dependencies: ["RemitRules"], path: "Tests/Mutants", swiftSettings: strict),
    .executableTarget(
      name: "remit-mutants",
      dependencies: [
        "RemitMutants", "RemitIntake", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Tests/MutationStudy", swiftSettings: strict),

    // Makes up large charts and times every part of a check.
    .executableTarget(
      name: "remit-bench",
      dependencies: [
        "CMachine", "RemitIntake", "RemitRules", "RemitReports", "RemitExport",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Sources/Bench", swiftSettings: strict, linkerSettings: standalone),

    .testTarget(name: "KernelTests", dependencies: ["RemitKernel"], path: "Tests/KernelTests", swiftSettings: strict),
    .testTarget(
      name: "WorkbookTests", dependencies: ["RemitWorkbook"], path: "Tests/WorkbookTests", swiftSettings: strict),
    .testTarget(
      name: "DatabaseTests", dependencies: ["RemitDatabase"], path: "Tests/DatabaseTests", swiftSettings: strict),
    .testTarget(
      name: "ExportTests", dependencies: ["RemitExport", "RemitIntake", "RemitRules"], path: "Tests/ExportTests",
      swiftSettings: strict),
    .testTarget(name: "IntakeTests", dependencies: ["RemitIntake"], path: "Tests/IntakeTests", swiftSettings: strict),
    .testTarget(
      name: "RulesTests", dependencies: ["RemitRules", "RemitIntake", .product(name: "Yams", package: "Yams")],
      path: "Tests/RulesTests", exclude: ["Charts"], swiftSettings: strict),
    .testTarget(
      name: "SettingsTests", dependencies: ["RemitSettings", "RemitIntake", "RemitRules"], path: "Tests/SettingsTests",
      swiftSettings: strict),
    .testTarget(
      name: "MutantTests", dependencies: ["RemitMutants", "RemitIntake"], path: "Tests/MutantTests",
      swiftSettings: strict),
    .testTarget(
      name: "BenchTests", dependencies: ["remit-bench", "RemitIntake", "RemitRules"], path: "Tests/BenchTests",
      swiftSettings: strict),
    .testTarget(
      name: "DrawingTests", dependencies: ["RemitDrawing", "RemitIntake", "RemitRules"], path: "Tests/DrawingTests",
      exclude: ["Golden"],
      swiftSettings: strict),
    .testTarget(
      name: "CommandTests",
      dependencies: ["RemitCommand", "RemitReports", "RemitIntake", "RemitRules", "RemitWorkbook"],
      path: "Tests/CommandTests", exclude: ["Golden"],
      swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
