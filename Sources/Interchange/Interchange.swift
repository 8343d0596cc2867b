// Files in and out: `import Interchange` brings all that the libraries below it offer. Programs that need one subject
// alone import that.
@_exported import Calendars
@_exported import Files
@_exported import Tables
@_exported import VisitLogs
@_exported import Workbooks
