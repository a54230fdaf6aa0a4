import RemitModel

extension TableMap {
  /// The organograms of public bodies in the United Kingdom, published twice a year since 2010 as pairs of CSV files of
  /// senior and junior posts, after the Cabinet Office's guidance *Organogram data*.
  ///
  /// Senior rows are posts; `XX` marks the top of command. Departments, organisations and units become organizations, each
  /// part of the one before. `Vacant` and `Not in post` make a post vacant, `Eliminated` abolishes it, `N/D` is a holder
  /// whose name is not published. The reference `0` is of people who are paid and hold no post; rows that the publisher
  /// has marked as not valid are left out. Junior rows are counts of staff below a senior post. Pay, grades, contacts and
  /// professions are no business of a chart.
  package static let ukOrganogram: TableMap = {
    var map = TableMap(id: "uk-organogram")
    map.title = Localized(zh: "英国政府机构图", en: "UK government organograms")
    map.files = [senior, junior]
    return map
  }()

  private static let units = [["Parent Department"], ["Organisation", "Organization"], ["Unit"]]

  private static let senior: File = {
    var file = File()
    file.name = "senior"
    file.words = ["senior"]
    file.tables = [
      Table(
        "posts",
        columns: [
          Column("id", ["Post Unique Reference", "Unique Post Reference", "Post Reference"]),
          Column("name", ["Job Title"]),
          Column("reports_to", ["Reports to Senior Post", "Reports to"]),
        ]),
      Table(
        "holders",
        columns: [
          Column("post", ["Post Unique Reference", "Unique Post Reference", "Post Reference"]),
          Column("name", ["Name"]),
        ], isOptional: true),
    ]
    file.organizationPath = units
    file.state = ["Name", "Job Title", "Job/Team Function"]
    file.values.root = ["XX"]
    file.values.vacant = ["Vacant", "Vacancy", "Vacant post", "Not in post"]
    file.values.abolished = ["Eliminated"]
    file.values.undisclosed = ["N/D", "Not disclosed", "Redacted", "Undisclosed"]
    file.values.nobody = ["0"]
    file.values.empty = ["N/A", "-"]
    file.leaveOut = [Condition(["Valid?", "Valid"], ["0", "No", "False"])]
    return file
  }()

  private static let junior: File = {
    var file = File()
    file.name = "junior"
    file.words = ["junior"]
    file.organizationPath = []
    file.values.nobody = ["0"]
    file.values.empty = ["N/A", "-"]
    file.counts = Counts(
      post: ["Reporting Senior Post"], amount: ["Number of Posts in FTE", "Number of Posts (FTE)", "Number of Posts"])
    return file
  }()
}
