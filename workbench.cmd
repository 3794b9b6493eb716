@echo off
rem Customer360 Workbench: finds a JDK, builds when sources changed, runs.
setlocal EnableDelayedExpansion
set "HOME_DIR=%~dp0"
set "IMAGE=%HOME_DIR%app\target\workbench"
set "JDK="
if defined JAVA_HOME call :consider "%JAVA_HOME%"
if not defined JDK for /f "delims=" %%j in ('where javac 2^>nul') do if not defined JDK call :consider "%%~dpj.."
if not defined JDK for /d %%d in ("%ProgramFiles%\Eclipse Adoptium\jdk-*" "%ProgramFiles%\Java\jdk*" "%ProgramFiles%\Microsoft\jdk-*" "%ProgramFiles%\Zulu\zulu-*" "%USERPROFILE%\.jdks\*") do if not defined JDK call :consider "%%~d"
if not defined JDK (
  echo workbench: needs a JDK 25 or newer and found none; install one ^(winget install EclipseAdoptium.Temurin.25.JDK^) or set JAVA_HOME. 1>&2
  exit /b 1
)
set "STALE="
if not exist "%IMAGE%\built" set "STALE=1"
if not defined STALE for /f "delims=" %%n in ('powershell -NoProfile -Command "$b=(Get-Item '%IMAGE%\built').LastWriteTimeUtc; if (Get-ChildItem -Recurse -File -Path '%HOME_DIR%*\src\main','%HOME_DIR%*\pom.xml','%HOME_DIR%pom.xml' | Where-Object { $_.LastWriteTimeUtc -gt $b } | Select-Object -First 1) { 'yes' }"') do set "STALE=1"
if defined STALE (
  echo workbench: building, this takes a minute or two 1>&2
  pushd "%HOME_DIR%"
  set "JAVA_HOME=!JDK!"
  if not exist target mkdir target
  call mvnw.cmd --batch-mode --no-transfer-progress -Dquick -DskipTests package > target\build.log 2>&1
  if errorlevel 1 (
    findstr /b "[ERROR]" target\build.log 1>&2
    echo workbench: the build failed; the whole log is %HOME_DIR%target\build.log 1>&2
    popd
    exit /b 1
  )
  popd
  echo built> "%IMAGE%\built"
)
"%JDK%\bin\java" --enable-native-access=ALL-UNNAMED --add-opens=java.base/java.nio=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -jar "%IMAGE%\app.jar" %*
exit /b %ERRORLEVEL%

:consider
if not exist "%~1\bin\javac.exe" exit /b 0
for /f tokens^=2^ delims^=^" %%v in ('""%~1\bin\java.exe" -version 2^>^&1 ^| findstr /i version"') do for /f "delims=.-" %%m in ("%%v") do if %%m GEQ 25 set "JDK=%~1"
exit /b 0
